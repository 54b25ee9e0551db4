import pg from 'pg';
import { cpuMilliseconds } from './processes.js';

/** CPU time in ms that all connections of the embedded PostgreSQL, which runs on this machine, have used so far. */
export interface DatabaseCpu {
  read(): Promise<number>;
  close(): Promise<void>;
}

export async function databaseCpu(superuserUrl: string): Promise<DatabaseCpu> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  return {
    read: async () => {
      const { rows } = await client.query<{ pid: number }>(
        `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
      );
      const used = await Promise.all(rows.map(({ pid }) => cpuMilliseconds(pid)));
      return used.reduce((sum, one) => sum + (Number.isNaN(one) ? 0 : one), 0);
    },
    close: () => client.end(),
  };
}
