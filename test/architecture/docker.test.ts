import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { environmentSchema, loadConfig, type Config } from '../../src/config/index.js';
import * as docker from './docker-files.js';

const read = (file: string): string => readFileSync(file, 'utf8');
const dockerfile = docker.readDockerfile(read('docker/Dockerfile'));
const composeText = read('docker/compose.yaml');
const compose = docker.readCompose(composeText);
const example = docker.documentedNames(read('docker/.env.example'));
const settings = Object.keys(environmentSchema.shape);

const FILLED = {
  BEHEER_WACHTWOORD: '9f2c1e7ab04d53866c1f20de',
  APP_WACHTWOORD: '41bb7fd05e6a92c38d17ac60',
  AUTH_ISSUER: 'https://aanmelden.example',
  AUTH_AUDIENCE: 'wlz-regie',
  AUTH_JWKS_URL: 'https://aanmelden.example/jwks',
  AUTH_AMR: 'mfa',
  AUTH_ACR: 'hoog',
  AUTH_TOKENDUUR: '900',
  WLZ_VERANTWOORDELIJKE: 'manager zorginkoop',
  WLZ_BACKUPSLEUTEL: Buffer.alloc(32, 7).toString('base64'),
  WLZ_PROXIES: '10.0.0.1',
  WLZ_VRAAGBUDGET: '1000',
};

/** The program in its container, with these values in docker/.env. */
function started(values: Readonly<Record<string, string>>): Config {
  // Compose fills in the whole file, and stops when a value is missing anywhere in it.
  const { app: given = {} } = docker.environments(compose, values);
  return loadConfig({ NODE_ENV: 'production', ...given });
}

describe('the Dockerfile', () => {
  it('copies what exists, and what .dockerignore lets through', () => {
    const sources = docker.copiedSources(dockerfile);
    const allowed = docker.letThrough(read('.dockerignore'));
    expect(sources).toContain('src');
    expect(sources.filter((source) => !existsSync(source))).toEqual([]);
    expect(sources.filter((source) => !allowed.includes(source))).toEqual([]);
    expect(allowed.filter((source) => !sources.includes(source))).toEqual([]);
  });

  it('sees a source that does not exist and a stage that is not there', () => {
    const planted = docker.readDockerfile(
      'FROM a AS build\nCOPY one \\\n  two ./\nFROM b\nCOPY --from=buidl /x ./\n',
    );
    expect(docker.copiedSources(planted)).toEqual(['one', 'two']);
    expect(docker.unknownStages(planted)).toEqual(['buidl']);
    expect(docker.unknownStages(dockerfile)).toEqual([]);
  });

  it('does not run as root', () => {
    expect(docker.account(dockerfile)).toBe('node');
    expect(docker.account(docker.readDockerfile('FROM a\nUSER node\nFROM a\nCMD x'))).toBe('root');
  });

  it('sets only what the program knows, and no secret', () => {
    expect(docker.imageEnvironment(dockerfile).sort()).toEqual(['HOST', 'NODE_ENV', 'PORT']);
    expect(docker.imageEnvironment(dockerfile).filter((name) => !settings.includes(name))).toEqual([]);
  });

  it('asks a path of the program how it is, and starts a command that exists', () => {
    const [check, command] = ['HEALTHCHECK', 'CMD'].map(
      (name) => dockerfile.findLast((line) => line.name === name)?.value,
    );
    expect(check).toContain('/gezond');
    expect(read('src/platform/health/health.controller.ts')).toContain(`@Get('gezond')`);
    expect(command).toBe('["node", "bin/run.mjs", "start"]');
  });
});

describe('compose.yaml', () => {
  it('refers to services, volumes and files that exist', () => {
    expect(docker.unknownServices(compose)).toEqual([]);
    expect(docker.unknownVolumes(compose)).toEqual([]);
    const mounts = Object.values(compose.services).flatMap(({ volumes = [] }) =>
      volumes.map((mount) => mount.split(':')[0] ?? ''),
    );
    expect(mounts.filter((path) => path.startsWith('.') && !existsSync(join('docker', path)))).toEqual([]);
    const { context = '', dockerfile: file = '' } = compose.services['app']?.build ?? {};
    expect(existsSync(join('docker', context, file))).toBe(true);
  });

  it('sees a service and a volume that do not exist', () => {
    const planted = docker.readCompose(`
      services:
        app:
          environment: { DATABASE_URL: 'postgresql://a:b@databse:5432/wlz' }
          depends_on: { cache: { condition: service_started } }
          volumes: ['registr:/data', './initdb:/initdb']
      volumes: { register: }`);
    expect(docker.unknownServices(planted)).toEqual(['cache', 'databse']);
    expect(docker.unknownVolumes(planted)).toEqual(['registr']);
  });

  it('waits for a database that can tell how it is', () => {
    expect(compose.services['app']?.depends_on).toEqual({ database: { condition: 'service_healthy' } });
    expect(compose.services['database']?.healthcheck).toBeDefined();
  });

  it('gives the program only settings it knows, and all about who may come in', () => {
    const given = Object.keys(compose.services['app']?.environment ?? {});
    expect(given.filter((name) => !settings.includes(name))).toEqual([]);
    const identity = settings.filter((name) => name.startsWith('AUTH_') && name !== 'AUTH_TWEEDE_FACTOR');
    expect(identity.filter((name) => !given.includes(name))).toEqual([]);
  });

  it('brings every value of a filled-in .env to the program, which then fits production', () => {
    expect(started(FILLED)).toMatchObject({
      production: true,
      AUTH_JWKS_URL: FILLED.AUTH_JWKS_URL,
      AUTH_AMR: 'mfa',
      AUTH_ACR: 'hoog',
      AUTH_TOKENDUUR: 900,
      WLZ_VERANTWOORDELIJKE: FILLED.WLZ_VERANTWOORDELIJKE,
      WLZ_BACKUPSLEUTEL: FILLED.WLZ_BACKUPSLEUTEL,
      WLZ_PROXIES: ['10.0.0.1'],
      WLZ_VRAAGBUDGET: 1_000,
    });
  });

  it.each(['BEHEER_WACHTWOORD', 'APP_WACHTWOORD', 'AUTH_ISSUER', 'AUTH_AUDIENCE', 'WLZ_VERANTWOORDELIJKE'])(
    'does not start without %s, and says so',
    (name) => {
      expect(() => started({ ...FILLED, [name]: '' })).toThrow(`Zet ${name}`);
    },
  );

  it('needs the keys of the issuer or where they are told, and lets the rest be empty', () => {
    const { BEHEER_WACHTWOORD, APP_WACHTWOORD, AUTH_ISSUER, AUTH_AUDIENCE, WLZ_VERANTWOORDELIJKE } = FILLED;
    const least = { BEHEER_WACHTWOORD, APP_WACHTWOORD, AUTH_ISSUER, AUTH_AUDIENCE, WLZ_VERANTWOORDELIJKE };
    expect(() => started(least)).toThrow('Zet AUTH_JWKS_URL of AUTH_DISCOVERY_URL');
    for (const name of ['AUTH_JWKS_URL', 'AUTH_DISCOVERY_URL'])
      expect(started({ ...least, [name]: FILLED.AUTH_JWKS_URL })).toMatchObject({
        production: true,
        [name]: FILLED.AUTH_JWKS_URL,
        AUTH_TOKENDUUR: 3_600,
      });
  });

  it('lets the program work as a login that owns nothing, made when the database is made', () => {
    expect(compose.services['app']?.environment?.['DATABASE_URL']).toContain('//wlz_app:');
    expect(read('docker/initdb/10-app-login.sql')).toContain('create role wlz_app login noinherit');
    expect(Object.keys(compose.services['database']?.environment ?? {})).toContain('APP_WACHTWOORD');
  });

  it('holds no secret', () => {
    const values = Object.values(compose.services).flatMap(({ environment = {} }) =>
      Object.entries(environment),
    );
    const secrets = values.filter(([name]) => /WACHTWOORD|PASSWORD|URL$/.test(name));
    expect(secrets.filter(([, value]) => !value.includes('${'))).toEqual([]);
    expect(read('docker/.env.example')).not.toMatch(/WACHTWOORD=\S/);
  });
});

describe('.env.example', () => {
  it('explains every setting of the program and everything compose asks for', () => {
    expect(settings.filter((name) => !example.includes(name))).toEqual([]);
    expect(docker.substitutions(composeText).filter((name) => !example.includes(name))).toEqual([]);
  });

  it('has a line to fill in only for what compose passes on', () => {
    const passed = docker.substitutions(composeText);
    expect(
      docker.namesToFillIn(read('docker/.env.example')).filter((name) => !passed.includes(name)),
    ).toEqual([]);
  });

  it('explains nothing else', () => {
    const known = [...settings, ...docker.substitutions(composeText)];
    expect(example.filter((name) => !known.includes(name))).toEqual([]);
  });
});
