import pg from 'pg';
import { DataSource } from 'typeorm';
import { SteadyClient } from './steady-client.js';

const POOL_SIZE = 10;

/** Days stay `YYYY-MM-DD` and instants ISO texts: a JavaScript Date would shift the one and round the other. */
function keepTimeAsText(): void {
  const { builtins } = pg.types;
  pg.types.setTypeParser(builtins.DATE, (text) => text);
  pg.types.setTypeParser(builtins.TIMESTAMPTZ, asIsoInstant);
}

/** `2026-11-01 08:00:00.123+00` → `2026-11-01T08:00:00.123Z`; every session runs in UTC. */
function asIsoInstant(text: string): string {
  const [day = '', rest = ''] = text.split(' ');
  const time = rest.replace(/\+00$/, '');
  const [clock = '', fraction = ''] = time.split('.');
  return `${day}T${clock}.${fraction.padEnd(3, '0')}Z`;
}

/** An entity class. */
type EntityTarget = new () => object;

export interface DataSourceSettings {
  readonly url: string;
  readonly entities?: readonly EntityTarget[];
  readonly poolSize?: number;
}

/** The settings with which TypeORM and every hand-written statement reach PostgreSQL. */
export function dataSourceOptions({ url, entities = [], poolSize = POOL_SIZE }: DataSourceSettings) {
  keepTimeAsText();
  return {
    type: 'postgres' as const,
    url,
    entities: [...entities],
    synchronize: false,
    installExtensions: false,
    poolSize,
    logging: false,
    extra: {
      Client: SteadyClient,
      options: '-c timezone=UTC',
      connectionTimeoutMillis: 3_000,
      keepAlive: true,
    },
    poolErrorHandler: () => undefined,
  };
}

export function createDataSource(settings: DataSourceSettings): DataSource {
  return new DataSource(dataSourceOptions(settings));
}
