import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openServergroep, type Servergroep } from '../support/servergroep.js';
import { TELWERK, TELWERK_TABEL } from '../support/telwerk.js';

/** In this night autumn shows 02:30 twice. */
const AUTUMN = '2026-10-25';
const NU = '2026-10-27T08:00:00Z';
/** Three servers of this program are slow to start where two processors do everything. */
const PATIENCE_MS = 240_000;

let groep: Servergroep;

beforeAll(async () => {
  groep = await openServergroep({ WLZ_NU: NU, WLZ_LEASE: '2' });
  await groep.sql(TELWERK_TABEL);
  await groep.sql(`
    insert into taakrun (taakrun_id, taak, soort, gepland_op, dag, status, begonnen_op, klaar_op)
    values (gen_random_uuid(), 'telwerk', 'GEPLAND', '2026-10-23T00:30:00Z', '2026-10-23', 'GEDAAN', now(), now())`);
}, PATIENCE_MS);

afterAll(() => groep.close(), PATIENCE_MS);

describe('three servers on one database, after three days in which nothing ran', () => {
  it(
    'do the work of every missed day once, in order, though one is killed, one stopped, and the database falls',
    async () => {
      const servers = await Promise.all([1, 2, 3].map(() => groep.start()));
      const killed = await groep.houder('telwerk');
      process.kill(killed, 'SIGKILL');
      const stopped = await groep.houder('telwerk', [killed]);
      process.kill(stopped, 'SIGSTOP');
      await groep.houder('telwerk', [killed, stopped]);
      process.kill(stopped, 'SIGCONT');
      await groep.databaseValtUit();
      await groep.until(
        `select where (select count(*) from taakrun where taak = 'telwerk' and status = 'GEDAAN') = 5`,
      );

      expect(servers.filter(({ pid }) => pid === killed || pid === stopped)).toHaveLength(2);
      const counted = await groep.sql<{ dag: string; nummer: number }>(
        'select dag::text, nummer from telwerk order by volgnummer',
      );
      const days = ['2026-10-24', AUTUMN, '2026-10-26', '2026-10-27'];
      const numbers = Array.from({ length: TELWERK.totaal }, (_, index) => index + 1);
      expect(counted).toEqual(days.flatMap((dag) => numbers.map((nummer) => ({ dag, nummer }))));

      const runs = await groep.sql<{ dag: string; pogingen: number; geteld: number }>(
        `select dag::text, resultaat -> 'geteld' as geteld, gedaan, totaal from taakrun
         where taak = 'telwerk' and resultaat is not null order by gepland_op`,
      );
      const { totaal } = TELWERK;
      expect(runs).toEqual(days.map((dag) => ({ dag, geteld: totaal, gedaan: totaal, totaal })));
    },
    PATIENCE_MS,
  );
});
