import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { als, openKooi, TODAY, type Kooi } from './kanarie.js';

/** Raw SQL in a frame: no guard and no policy of a service stands before it, so only PostgreSQL does. */
let kooi: Kooi;
let unitOfWork: UnitOfWork;

beforeAll(async () => {
  kooi = await openKooi();
  unitOfWork = kooi.app.app.get(UnitOfWork, { strict: false });
});
afterAll(() => kooi.close());

const provider = () => als({ rol: 'ZORGAANBIEDER', agb: kooi.agb });

/** Tables whose rows carry the key of a bemiddeling or a client, with that column. */
async function tabellen(kolom: string): Promise<string[]> {
  const { rows } = await kooi.superuser.query<{ tabel: string }>(
    `select distinct p.tablename as tabel from pg_policies p join information_schema.columns c
       on c.table_name = p.tablename and c.column_name = $1
     where p.policyname = 'zorgaanbieder_select' and p.tablename !~ '^toegangsrecht' order by 1`,
    [kolom],
  );
  return rows.map(({ tabel }) => tabel);
}

const distinct = async (ctx: ReturnType<typeof als>, tabel: string, kolom: string): Promise<Set<string>> => {
  const rows = await unitOfWork.read(ctx, (tx) =>
    tx.query<{ id: string }>(`select distinct ${kolom} as id from ${tabel} where ${kolom} is not null`),
  );
  return new Set(rows.map(({ id }) => id));
};

describe('PostgreSQL, without guard and without policies of services', () => {
  it('shows a zorgaanbieder of every table exactly the rows of its own bemiddelingen and clients', async () => {
    let seen = 0;
    for (const [kolom, eigen] of [
      ['bemiddeling_id', kooi.eigen.bemiddelingen],
      ['client_id', kooi.eigen.clienten],
    ] as const) {
      for (const tabel of await tabellen(kolom)) {
        const alles = await distinct(als({}), tabel, kolom);
        const gezien = await distinct(provider(), tabel, kolom);
        const verwacht = [...alles].filter((id) => eigen.has(id)).sort();
        if (kolom === 'client_id' && (await tabellen('bemiddeling_id')).includes(tabel)) {
          expect([...gezien].filter((id) => !eigen.has(id))).toEqual([]);
        } else expect([tabel, [...gezien].sort()]).toEqual([tabel, verwacht]);
        seen += gezien.size;
      }
    }
    expect(seen).toBeGreaterThan(20);
  });

  it('shows it nothing before the first and after the last day', async () => {
    const ctx = { ...provider(), today: '1990-01-01' };
    expect(await distinct(ctx, 'client', 'client_id')).toEqual(new Set());
    expect(await distinct(ctx, 'toegangsrecht', 'client_id')).not.toEqual(new Set());
  });

  it('shows a zorgkantoor its regions, and who has no organisation nothing', async () => {
    for (const uzovi of [['5516'], ['5517'], ['5516', '5517'], ['5599'], []]) {
      const { rows } = await kooi.superuser.query<{ id: string }>(
        `select bemiddeling_id as id from bemiddeling where verantwoordelijk_zorgkantoor = any ($1)
         union select bemiddeling_id from bemiddelingspecificatie where uitvoerend_zorgkantoor = any ($1)`,
        [uzovi],
      );
      const gezien = await distinct(als({ rol: 'ZORGKANTOOR', uzovi }), 'bemiddeling', 'bemiddeling_id');
      expect([...gezien].sort()).toEqual(rows.map(({ id }) => id).sort());
    }
    expect(await distinct(als({ rol: 'ZORGAANBIEDER' }), 'client', 'client_id')).toEqual(new Set());
  });

  it('keeps the two claims apart: a zorgaanbieder with regions, a zorgkantoor with an AGB get no more', async () => {
    const both = { agb: kooi.agb, uzovi: ['5516', '5517'] };
    expect(await distinct(als({ rol: 'ZORGAANBIEDER', ...both }), 'client', 'client_id')).toEqual(
      await distinct(provider(), 'client', 'client_id'),
    );
    expect(
      await distinct(als({ rol: 'ZORGKANTOOR', ...both, uzovi: ['5599'] }), 'client', 'client_id'),
    ).toEqual(new Set());
  });

  it('changes and deletes nothing of others, whatever the statement', async () => {
    for (const tabel of await tabellen('bemiddeling_id')) {
      for (const sql of [
        `update ${tabel} set bemiddeling_id = bemiddeling_id where bemiddeling_id = $1 returning 1 as een`,
        `delete from ${tabel} where bemiddeling_id = $1 returning 1 as een`,
      ]) {
        const done = await unitOfWork
          .rehearse(provider(), (tx) => tx.query(sql, [kooi.vreemd.bemiddeling]))
          .catch((error: unknown) => String(error));
        if (typeof done === 'string') expect(done).toMatch(/permission denied|row-level security/);
        else expect(done).toEqual([]);
      }
    }
  });

  it.each([
    [
      'a contact',
      `insert into contactmoment (contactmoment_id, bemiddeling_id, datum, instelling, regierol, met, vorm,
        gesproken, geregistreerd_op, geregistreerd_door)
      values (gen_random_uuid(), $1, '${TODAY}', $2, '2', 'CLIENT', 'TELEFOON', true, app_nu(), 'proef')`,
    ],
    [
      'care',
      `insert into levering (levering_id, bemiddelingspecificatie_id, geregistreerd_op, geregistreerd_door)
      select gen_random_uuid(), s.bemiddelingspecificatie_id, app_nu(), $2
      from (select coalesce((select s.bemiddelingspecificatie_id from bemiddelingspecificatie s
        where s.bemiddeling_id = $1 limit 1), gen_random_uuid()) as bemiddelingspecificatie_id) s`,
    ],
  ])(
    'refuses %s under a foreign bemiddeling in the words for one that does not exist',
    async (_what, sql) => {
      const refusal = (id: string): Promise<unknown> =>
        unitOfWork
          .rehearse(provider(), (tx) => tx.query(sql, [id, kooi.agb]))
          .catch((error: unknown) => String(error));
      const foreign = await refusal(kooi.vreemd.bemiddeling);
      expect(foreign).toMatch('row-level security');
      expect(await refusal(randomUUID())).toBe(foreign);
    },
  );

  it('tells nothing through a unique key or a foreign key', async () => {
    const { rows } = await kooi.superuser.query<{ bsn: string }>(
      `select bsn from client where client_id = $1`,
      [kooi.vreemd.client],
    );
    const add = (bsn: string): Promise<unknown> =>
      unitOfWork
        .rehearse(provider(), (tx) =>
          tx.query(
            `insert into client (client_id, bsn, geboortedatum, geslacht, geregistreerd_op, geregistreerd_door)
             values (gen_random_uuid(), $1, '1950-01-01', '1', app_nu(), 'proef')`,
            [bsn],
          ),
        )
        .catch((error: unknown) => String(error));
    const known = await add(rows[0]?.bsn ?? '');
    expect(known).toMatch('row-level security');
    expect(await add('999990019')).toBe(known);
  });

  it('gives a zorgaanbieder no share of a pgb, and keepers no client at all', async () => {
    const ask = (ctx: ReturnType<typeof als>, sql: string): Promise<unknown> =>
      unitOfWork.read(ctx, (tx) => tx.query(sql)).catch((error: unknown) => String(error));
    expect(await ask(provider(), 'select pgb_percentage from bemiddelingspecificatie')).toMatch(
      'permission denied',
    );
    expect(await ask(provider(), 'select pgb_percentage from bemiddelingspecificatie_historie')).toMatch(
      'permission denied',
    );
    for (const rol of ['BEHEERDER', 'LOGBEHEERDER'] as const) {
      for (const tabel of ['client', 'bemiddeling_historie', 'toegangsrecht', 'wachtlijstplaats'])
        expect(await ask(als({ rol }), `select 1 from ${tabel}`)).toMatch('permission denied');
    }
    expect(await ask(als({ rol: 'BEHEERDER' }), 'select 1 from logregel')).toMatch('permission denied');
    expect(await ask(als({ rol: 'LOGBEHEERDER' }), 'select count(*) as n from logregel')).toHaveLength(1);
  });

  it('lets the register itself look further, and gives the own sight back', async () => {
    const seen = await unitOfWork.read(provider(), async (tx) => {
      const count = async (): Promise<number> =>
        (await tx.query<{ n: number }>('select count(*)::int as n from client'))[0]?.n ?? 0;
      const before = await count();
      const within = await tx.asRegister(count);
      await tx.asRegister(() => Promise.reject(new Error('mislukt'))).catch(() => undefined);
      return { before, within, after: await count() };
    });
    expect(seen.within).toBeGreaterThan(seen.before);
    expect(seen.after).toBe(seen.before);
  });
});
