import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { maakCertificaat } from '../../test/support/certificaat.js';
import { ConfigError, loadConfig } from './config.js';
import { vraagbudget } from './door-settings.js';

const folder = mkdtempSync(join(tmpdir(), 'wlz-regie-instellingen-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const PAIR = maakCertificaat();
const PEM = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
const damaged = (pem: string): string => pem.replace(/\n.{20}/, '\nAAAAAAAAAAAAAAAAAAAA');

describe('a secret in a file', () => {
  it('is the setting, without the line end behind it', () => {
    const DATABASE_URL_FILE = file('database', 'postgresql://wlz@db/wlz\n');
    expect(loadConfig({ DATABASE_URL_FILE }).DATABASE_URL).toBe('postgresql://wlz@db/wlz');
  });

  it('is checked like any other, and not repeated', () => {
    const load = (): unknown => loadConfig({ DATABASE_URL_FILE: file('onzin', 'wachtwoord') });
    expect(load).toThrow('DATABASE_URL');
    expect(load).not.toThrow('wachtwoord');
  });

  it('that is not there, or is given twice, stops the start', () => {
    const gone = { WEBHOOK_SLEUTEL_FILE: join(folder, 'weg') };
    expect(() => loadConfig(gone)).toThrow(ConfigError);
    expect(() => loadConfig(gone)).toThrow('WEBHOOK_SLEUTEL_FILE');
    const twice = { DATABASE_URL: 'postgresql://a/b', DATABASE_URL_FILE: file('twee', 'postgresql://a/c') };
    expect(() => loadConfig(twice)).toThrow('niet allebei');
  });
});

describe('the settings of the door', () => {
  it('name the proxies that are believed', () => {
    expect(loadConfig({}).WLZ_PROXIES).toEqual([]);
    expect(loadConfig({ WLZ_PROXIES: '10.0.0.0/8, ::1' }).WLZ_PROXIES).toEqual(['10.0.0.0/8', '::1']);
    for (const WLZ_PROXIES of ['iedereen', '10.0.0.0/33', '10.0.0.0/8/8', 'true', '10.0.0'])
      expect(() => loadConfig({ WLZ_PROXIES })).toThrow('WLZ_PROXIES');
  });

  it('want a certificate and its key together, and no TLS older than 1.2', () => {
    const { certificaat: TLS_CERTIFICAAT, sleutel: TLS_SLEUTEL } = PAIR;
    expect(loadConfig({ TLS_CERTIFICAAT, TLS_SLEUTEL }).TLS_MINIMUM).toBe('TLSv1.2');
    expect(() => loadConfig({ TLS_CERTIFICAAT })).toThrow('TLS_SLEUTEL');
    expect(() => loadConfig({ TLS_SLEUTEL })).toThrow('TLS_CERTIFICAAT');
    expect(() => loadConfig({ TLS_MINIMUM: 'TLSv1.1' })).toThrow('TLS_MINIMUM');
  });

  it.each([
    ['a certificate that is none', { TLS_CERTIFICAAT: 'hallo' }, 'geen certificaat (PEM)'],
    ['a damaged certificate', { TLS_CERTIFICAAT: damaged(PAIR.certificaat) }, 'een leesbaar certificaat'],
    ['an unreadable one behind it', { TLS_CERTIFICAAT: PAIR.certificaat + PEM }, 'de keten is onleesbaar'],
    ['a damaged key', { TLS_SLEUTEL: damaged(PAIR.sleutel) }, 'een leesbare sleutel'],
    ['the key of another', { TLS_SLEUTEL: maakCertificaat().sleutel }, 'die bij het eerste certificaat'],
  ])('stop the start for %s, and repeat nothing of it', (_what, wrong, sentence) => {
    const given = { TLS_CERTIFICAAT: PAIR.certificaat, TLS_SLEUTEL: PAIR.sleutel, ...wrong };
    const load = (): unknown => loadConfig(given);
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(sentence);
    expect(load).not.toThrow(given.TLS_SLEUTEL.split('\n')[1]);
  });

  it('limit what one person asks in production, and elsewhere when told so', () => {
    expect(vraagbudget({ production: true })).toBeGreaterThan(0);
    expect(vraagbudget({ production: false })).toBe(0);
    expect(vraagbudget({ production: true, WLZ_VRAAGBUDGET: 0 })).toBe(0);
    expect(vraagbudget({ production: false, WLZ_VRAAGBUDGET: 7 })).toBe(7);
  });
});
