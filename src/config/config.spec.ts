import { describe, expect, it } from '@jest/globals';
import { ConfigError, environmentSchema, loadConfig } from './config.js';
import { createClock } from './create-clock.js';

const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://wlz@db/wlz',
  AUTH_ISSUER: 'https://aanmelden.example',
  AUTH_AUDIENCE: 'wlz-regie',
  AUTH_JWKS_URL: 'https://aanmelden.example/jwks',
  WLZ_VERANTWOORDELIJKE: 'manager zorginkoop',
};

describe('the settings', () => {
  it('need nothing for a first start', () => {
    expect(loadConfig({})).toMatchObject({
      PORT: 3000,
      dataFolder: '.data',
      WLZ_DEMO: 'on',
      production: false,
    });
  });

  it.each([
    ['a port that is none', { PORT: 'duizend' }, 'PORT'],
    ['a day that does not exist', { WLZ_VANDAAG: '2026-02-30' }, 'WLZ_VANDAAG'],
    ['a moment without a zone', { WLZ_NU: '2026-11-01T08:00:00' }, 'WLZ_NU'],
    ['a database that is none', { DATABASE_URL: 'duizend' }, 'DATABASE_URL'],
    ['a database of another kind', { DATABASE_BEHEER_URL: 'mysql://duizend/x' }, 'DATABASE_BEHEER_URL'],
    ['two clocks', { WLZ_VANDAAG: '2026-11-01', WLZ_NU: '2026-11-01T08:00:00Z' }, 'niet allebei'],
  ])('refuse %s with a sentence, without the value', (_what, environment, sentence) => {
    const load = (): unknown => loadConfig(environment);
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(sentence);
    expect(load).not.toThrow('duizend');
  });

  it('that are empty are not set: what limits or counts then has its default, and not zero', () => {
    const names = Object.keys(environmentSchema.shape);
    for (const nothing of ['', '  '])
      expect(loadConfig(Object.fromEntries(names.map((name) => [name, nothing])))).toEqual(loadConfig({}));
  });

  it('are enough for production when all are there', () => {
    expect(loadConfig(PRODUCTION).production).toBe(true);
  });

  it('are enough with the discovery document of the issuer as well', () => {
    const AUTH_DISCOVERY_URL = 'https://aanmelden.example/.well-known/openid-configuration';
    expect(loadConfig({ ...PRODUCTION, AUTH_JWKS_URL: '', AUTH_DISCOVERY_URL }).production).toBe(true);
  });

  it.each(['DATABASE_URL', 'AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_JWKS_URL', 'WLZ_VERANTWOORDELIJKE'])(
    'stop a production without %s',
    (name) => {
      expect(() => loadConfig({ ...PRODUCTION, [name]: '' })).toThrow(`Zet ${name}`);
    },
  );

  it.each([
    ['short', 'DATABASE_URL', 'postgresql://wlz_app:kort@db/wlz'],
    ['well known', 'DATABASE_URL', 'postgresql://wlz_app:Wachtwoord2026!@db/wlz'],
    ['the name of the login', 'DATABASE_BEHEER_URL', 'postgresql://wlz_beheerder:wlz_beheerder@db/wlz'],
  ])('stop a production whose password is %s', (_what, name, url) => {
    const load = (): unknown => loadConfig({ ...PRODUCTION, [name]: url });
    expect(load).toThrow(`Zet in ${name} een sterker wachtwoord`);
    expect(load).not.toThrow(new URL(url).password);
    expect(loadConfig({ [name]: url }).production).toBe(false);
  });

  it.each([
    [{ WLZ_VANDAAG: '2026-11-01' }, 'WLZ_VANDAAG'],
    [{ WLZ_NU: '2026-11-01T08:00:00Z' }, 'WLZ_NU'],
    [{ AUTH_JWKS_URL: 'http://aanmelden.example/jwks' }, 'AUTH_JWKS_URL op een https-adres'],
    [{ AUTH_DISCOVERY_URL: 'http://aanmelden.example/x' }, 'AUTH_DISCOVERY_URL op een https-adres'],
    [{ AUTH_TWEEDE_FACTOR: 'off' }, 'een tweede factor verplicht'],
    [{ AUTH_ACR: 'hoog"' }, 'AUTH_ACR'],
  ])('stop a production with a clock of its own or open keys', (environment, sentence) => {
    expect(() => loadConfig({ ...PRODUCTION, ...environment })).toThrow(sentence);
  });
});

describe('the key of the pseudonyms', () => {
  const GOOD = 'k7Qw2-Zx9Lm4_Tn6Rb1Vc8Yp3Hs5Jd0Gf';

  it.each([
    ['too short', 'k7Qw2-Zx9Lm4'],
    ['a few characters over and over', 'abcabcabcabcabcabcabcabcabcabcabcabcabc'],
  ])('stops a production when it is %s', (_what, WLZ_PSEUDONIEMSLEUTEL) => {
    const load = (): unknown => loadConfig({ ...PRODUCTION, WLZ_PSEUDONIEMSLEUTEL });
    expect(load).toThrow('Zet in WLZ_PSEUDONIEMSLEUTEL');
    expect(load).not.toThrow(WLZ_PSEUDONIEMSLEUTEL);
  });

  it('is taken when nobody can guess it, and a server that makes no report needs none', () => {
    expect(loadConfig({ ...PRODUCTION, WLZ_PSEUDONIEMSLEUTEL: GOOD }).WLZ_PSEUDONIEMSLEUTEL).toBe(GOOD);
    expect(loadConfig(PRODUCTION).WLZ_PSEUDONIEMSLEUTEL).toBeUndefined();
  });
});

describe('the clock that the settings ask for', () => {
  it('stands still on a fixed day, while instants stay real', () => {
    const clock = createClock({ WLZ_VANDAAG: '2024-02-29', WLZ_NU: undefined });
    expect([clock.today(), clock.dayIsFixed]).toEqual(['2024-02-29', true]);
    expect(clock.now() > '2026-01-01').toBe(true);
  });

  it('starts at an instant and runs; the day is the one in the Netherlands', () => {
    const clock = createClock({ WLZ_VANDAAG: undefined, WLZ_NU: '2026-12-31T23:30:00Z' });
    expect([clock.today(), clock.dayIsFixed]).toEqual(['2027-01-01', false]);
    expect(clock.now() >= '2026-12-31T23:30:00.000Z').toBe(true);
  });
});
