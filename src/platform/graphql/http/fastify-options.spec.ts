import { createSecureContext } from 'node:tls';
import { describe, expect, it } from '@jest/globals';
import { fastifyOptions } from './fastify-options.js';

describe('the HTTP server', () => {
  it('believes no forwarded address, but from the servers it was told of', () => {
    expect(fastifyOptions({}).trustProxy).toBe(false);
    expect(fastifyOptions({ proxies: ['10.0.0.0/8'] }).trustProxy).toEqual(['10.0.0.0/8']);
  });

  it('speaks TLS with what it was given, and then only with keys that are made anew each time', () => {
    const { https, http } = fastifyOptions({ tls: { cert: 'C', key: 'K', minimum: 'TLSv1.2' } });
    expect(http).toBeUndefined();
    expect(https).toMatchObject({ cert: 'C', key: 'K', minVersion: 'TLSv1.2', honorCipherOrder: true });
    const { ciphers } = https ?? {};
    expect(ciphers?.split(':').every((name) => /^(TLS_|ECDHE-)/.test(name) && !name.includes('CBC'))).toBe(
      true,
    );
    expect(() => createSecureContext({ ciphers, minVersion: 'TLSv1.2' })).not.toThrow();
    expect(fastifyOptions({}).https).toBeUndefined();
  });

  it('gives the headers of a request no longer than the whole of it, or Node would look at neither', () => {
    expect(fastifyOptions({ requestTimeoutMs: 1_000 }).http).toEqual({
      requestTimeout: 1_000,
      headersTimeout: 1_000,
      connectionsCheckingInterval: 1_000,
    });
  });
});
