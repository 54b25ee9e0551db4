import { describe, expect, it } from '@jest/globals';
import { bezwaarTegen, isIntern, openbareLookup } from './adres.js';

const productie = { alleenOpenbaar: true };

describe('an address for messages', () => {
  it.each(['https://ecd.example/haak', 'https://ecd.example:8443/a?b=c', 'https://93.184.216.34/'])(
    'may be %s',
    (url) => {
      expect(bezwaarTegen(url, productie)).toBeNull();
    },
  );

  it.each([
    'http://ecd.example/haak',
    'ftp://ecd.example/',
    'https://naam:woord@ecd.example/',
    'https://ecd.example/#deel',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/latest',
    'haak',
    `https://ecd.example/${'a'.repeat(500)}`,
  ])('may in production not be %s', (url) => {
    expect(bezwaarTegen(url, productie)).toEqual(expect.any(String));
  });

  it('may be one of this machine in development', () => {
    expect(bezwaarTegen('http://127.0.0.1:4000/', { alleenOpenbaar: false })).toBeNull();
  });

  it.each([
    ['10.1.2.3', true],
    ['172.31.255.255', true],
    ['172.32.0.1', false],
    ['fd00::1', true],
    ['::ffff:192.168.1.1', true],
    ['2606:2800:220:1::1', false],
  ])('%s inside: %s', (ip, inside) => {
    expect(isIntern(ip)).toBe(inside);
  });

  it('is looked up when it is called, so that a name cannot lead inside later', async () => {
    const error = await new Promise((resolve) =>
      openbareLookup('localhost', { all: true }, (cause) => resolve(cause)),
    );
    expect(error).toMatchObject({ code: 'INTERN_ADRES' });
  });
});
