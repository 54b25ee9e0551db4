import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { errors, type FlattenedJWSInput, type JSONWebKeySet, type JWK } from 'jose';
import { IssuerKeys, KEY_TIMES } from './issuer-keys.js';
import { KeysUnavailable } from './key-source.js';

const JWS: FlattenedJWSInput = { payload: '', signature: '' };

function publicKey(kid: string): JWK {
  const { publicKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...(key.export({ format: 'jwk' }) as JWK), kid, alg: 'ES256', use: 'sig' };
}

const KEY = { een: publicKey('een'), twee: publicKey('twee') };

/** An issuer that can be changed, broken and counted, and a time that only a test moves. */
function world(kids: readonly (keyof typeof KEY)[] = ['een']) {
  const issuer = { kids, down: false, fetches: 0, answers: Promise.resolve() };
  let time = 1_000;
  const keys = new IssuerKeys(
    async (): Promise<JSONWebKeySet> => {
      issuer.fetches += 1;
      await issuer.answers;
      if (issuer.down) throw new KeysUnavailable('down');
      return { keys: issuer.kids.map((kid) => KEY[kid]) };
    },
    () => time,
  );
  const find = async (kid: string): Promise<unknown> => keys.find({ alg: 'ES256', kid }, JWS);
  const later = (milliseconds: number): void => {
    time += milliseconds;
  };
  return { issuer, find, later };
}

const UNKNOWN = errors.JWKSNoMatchingKey;

describe('the keys of an issuer', () => {
  it('are fetched once for all who need them first', async () => {
    const { issuer, find } = world();
    await Promise.all(Array.from({ length: 100 }, () => find('een')));
    expect(issuer.fetches).toBe(1);
  });

  it('are used without asking until they are ten minutes old, and then renewed behind our back', async () => {
    const { issuer, find, later } = world();
    await find('een');
    later(KEY_TIMES.fresh - 1);
    await find('een');
    expect(issuer.fetches).toBe(1);
    later(1);
    await find('een');
    await find('een');
    expect(issuer.fetches).toBe(2);
  });

  it('that the issuer withdrew no longer count after that', async () => {
    const { issuer, find, later } = world(['een', 'twee']);
    await find('een');
    issuer.kids = ['twee'];
    later(KEY_TIMES.fresh);
    await find('twee');
    await new Promise(setImmediate);
    await expect(find('een')).rejects.toBeInstanceOf(UNKNOWN);
  });
});

describe('a key that is new', () => {
  it('is fetched once for a hundred tokens that name it at the same moment', async () => {
    const { issuer, find } = world();
    await find('een');
    issuer.kids = ['een', 'twee'];
    await Promise.all(Array.from({ length: 100 }, () => find('twee')));
    expect(issuer.fetches).toBe(2);
  });

  it('that nobody has is asked for once in 30 seconds', async () => {
    const { issuer, find, later } = world();
    await find('een');
    for (let i = 0; i < 20; i += 1) await expect(find('twee')).rejects.toBeInstanceOf(UNKNOWN);
    later(KEY_TIMES.unknownPause - 1);
    await expect(find('twee')).rejects.toBeInstanceOf(UNKNOWN);
    expect(issuer.fetches).toBe(2);
    later(1);
    issuer.kids = ['twee'];
    await expect(find('twee')).resolves.toBeDefined();
    await expect(find('een')).rejects.toBeInstanceOf(UNKNOWN);
    expect(issuer.fetches).toBe(3);
  });

  it('while the issuer is down is no verdict on the token, at once nor within the 30 seconds', async () => {
    const { issuer, find, later } = world();
    await find('een');
    issuer.down = true;
    await expect(find('twee')).rejects.toBeInstanceOf(KeysUnavailable);
    await expect(find('twee')).rejects.toBeInstanceOf(KeysUnavailable);
    later(KEY_TIMES.unknownPause - 1);
    await expect(find('twee')).rejects.toBeInstanceOf(KeysUnavailable);
    await expect(find('een')).resolves.toBeDefined();
    expect(issuer.fetches).toBe(2);
  });
});

describe('while the issuer is down', () => {
  it('the keys we have go on for an hour, and not longer', async () => {
    const { issuer, find, later } = world();
    await find('een');
    issuer.down = true;
    later(KEY_TIMES.keep - 1);
    await find('een');
    later(1);
    await expect(find('een')).rejects.toBeInstanceOf(KeysUnavailable);
    issuer.down = false;
    later(KEY_TIMES.failurePause);
    await expect(find('een')).resolves.toBeDefined();
  });

  it('it is left alone between attempts, with keys and without', async () => {
    const { issuer, find, later } = world();
    issuer.down = true;
    for (let i = 0; i < 5; i += 1) await expect(find('een')).rejects.toBeInstanceOf(KeysUnavailable);
    expect(issuer.fetches).toBe(1);
    later(KEY_TIMES.failurePause);
    issuer.down = false;
    await find('een');
    expect(issuer.fetches).toBe(2);
    issuer.down = true;
    later(KEY_TIMES.fresh);
    for (let i = 0; i < 5; i += 1) {
      await find('een');
      await new Promise(setImmediate);
    }
    expect(issuer.fetches).toBe(3);
  });

  it('who comes in while an attempt runs waits for it, also right after a failure', async () => {
    const { issuer, find, later } = world();
    issuer.down = true;
    await expect(find('een')).rejects.toBeInstanceOf(KeysUnavailable);
    later(KEY_TIMES.failurePause);
    issuer.down = false;
    await Promise.all([find('een'), find('een')]);
    expect(issuer.fetches).toBe(2);
  });

  it('an answer that is no key set is as good as none', async () => {
    const keys = new IssuerKeys(() => Promise.resolve({ keys: 'geen' } as unknown as JSONWebKeySet));
    await expect(keys.find({ alg: 'ES256', kid: 'een' }, JWS)).rejects.toBeInstanceOf(KeysUnavailable);
  });
});
