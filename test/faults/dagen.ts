/** Sends days and instants to the database and back in the time zone of this process; prints what came back as JSON. */
import { createDataSource } from '../../src/platform/database/index.js';

const [url = ''] = process.argv.slice(2);
const dataSource = await createDataSource({ url, poolSize: 1 }).initialize();
try {
  const days = [
    '2026-03-28',
    '2026-03-29',
    '2026-03-30',
    '2026-10-25',
    '2024-02-29',
    '2025-12-31',
    '2026-01-01',
    '1899-12-31',
  ];
  const rows = await dataSource.query<{ dag: string; terug: string; moment: string }[]>(
    `select dag, dag as terug, (dag + time '00:30') at time zone 'UTC' as moment from unnest($1::date[]) as dag`,
    [days],
  );
  const [written] = await dataSource.query<{ dag: string; moment: string }[]>(
    `select $1::date as dag, $2::timestamptz as moment`,
    ['2026-03-29', '2026-03-29T00:30:00.123Z'],
  );
  process.stdout.write(JSON.stringify({ days, rows, written }));
} finally {
  await dataSource.destroy();
}
