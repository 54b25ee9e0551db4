import type pg from 'pg';
import { migrations } from '../migrations/index.js';
import type { Config } from './config/index.js';
import { loadCodelijsten } from './modules/codelijst/index.js';
import { openDatabase, type Database } from './platform/database/index.js';
import { loadKalender } from './platform/kalender/index.js';

/** Opens the register's database as the settings say, with its tables and code lists in place. */
export function openRegister(config: Config, onProgress: (text: string) => void): Promise<Database> {
  return openDatabase({
    url: config.DATABASE_URL,
    adminUrl: config.DATABASE_BEHEER_URL,
    folder: config.dataFolder,
    migrations,
    loadReferenceData: async (client: pg.ClientBase) => {
      await loadCodelijsten(client);
      await loadKalender(client);
    },
    onProgress,
  });
}
