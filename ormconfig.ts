import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { migrations } from './migrations/index.js';
import { loadConfig } from './src/config/index.js';
import { entities } from './src/entities.js';
import { dataSourceOptions } from './src/platform/database/data-source.js';

/** For the TypeORM command line: `npm run migration:generate`, `npm run migration:check`. Set DATABASE_URL. */
export default new DataSource({
  ...dataSourceOptions({ url: loadConfig().DATABASE_URL ?? '', entities }),
  migrations,
});
