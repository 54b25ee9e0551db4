import type { MigrationInterface, QueryRunner } from 'typeorm';
import { beleid, beveilig, LEZER, ontsluit, SCHRIJVER, sluit, systeembeleid } from './muren/beleid.js';
import { DOSSIERTABELLEN, historietabellen } from './muren/dossiers.js';
import { geefSleutelsTerug, maakZoeknamen, neemSleutelsOver, verwijderZoeknamen } from './muren/overname.js';
import { maakToegangsrechten, RECHTFUNCTIES, verwijderToegangsrechten } from './muren/toegangsrecht.js';
import { ZICHT, ZICHT_VOORHEEN } from './muren/zicht.js';

/** Functions that must see more than who calls them: the checks at commit, the history, the rights. */
const BEWAKERSFUNCTIES = [
  'controleer_bemiddeling()',
  'controleer_indicatie()',
  'bewaar_vorige_versie()',
  'bewaar_contactverplichtingen()',
  ...RECHTFUNCTIES.map((functie) => `${functie}()`),
];
/** These were so before, with the rights of whoever owned the tables. */
const AL_BEWAKERS = [
  'tel_plaatsen()',
  'tel_logregels(timestamptz)',
  'bewaar_wachtlijstplaatsen()',
  'registratiemoment(uuid)',
  ...[
    ...['indicatie', 'bemiddeling', 'bemiddelingspecificatie', 'regiehouder', 'contactmoment'],
    ...['levering', 'uitstelperiode', 'leveringperiode', 'afstel'],
  ].map((tabel) => `registreer_${tabel}()`),
];
/** What those functions look at. */
const BEWAAKT = ['indicatie', 'bemiddeling', 'bemiddelingspecificatie', 'regiehouder', 'levering'];
/** What they keep beside it. */
const BIJGEHOUDEN = ['wachtlijstplaats_historie', 'registratieklok'];
const RECHTEN = ['toegangsrecht', 'toegangsrecht_zorgkantoor'];
/** Tables that hold client data or an organisation's own, under a rule of their own. */
const BIJZONDER = [
  ...RECHTEN,
  'logregel',
  'idempotentie',
  'bewaarstop',
  'bewaarstop_historie',
  'registratieklok',
];
const BEHEER = ['wlz_beheerder', 'wlz_logbeheerder'];
const PGB = ['bemiddelingspecificatie', 'bemiddelingspecificatie_historie'];
const ROLLEN = ['zorgkantoor', 'zorgaanbieder', 'systeem'].flatMap((soort) => [
  LEZER(soort),
  SCHRIJVER(soort),
]);

/**
 * The third wall: PostgreSQL itself shows each role its own rows. Rights are derived rows, kept by triggers in the
 * transaction of what they come from; every table with client data is closed until a policy opens it (ADR 0015).
 */
export class DrieMuren1795000000030 implements MigrationInterface {
  name = 'DrieMuren1795000000030';

  async up(runner: QueryRunner): Promise<void> {
    await neemSleutelsOver(runner);
    await maakZoeknamen(runner);
    await maakToegangsrechten(runner);
    await geefRechten(runner);
    await stelBewakerAan(runner);
    for (const dossier of [...DOSSIERTABELLEN, ...historietabellen()]) await beveilig(runner, dossier);
    await beveiligBijzonder(runner);
    for (const tabel of BEWAAKT)
      await beleid(runner, tabel, 'bewaker_select', 'select', ['wlz_bewaker'], 'true', null);
    for (const { tabel } of historietabellen())
      await beleid(runner, tabel, 'bewaker_insert', 'insert', ['wlz_bewaker'], null, 'true');
    for (const view of ZICHT) await runner.query(view);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const view of ZICHT_VOORHEEN) await runner.query(view);
    await ontsluit(runner, [
      ...[...DOSSIERTABELLEN, ...historietabellen()].map(({ tabel }) => tabel),
      ...BIJZONDER,
    ]);
    for (const functie of [...BEWAKERSFUNCTIES, ...AL_BEWAKERS])
      await runner.query(`alter function ${functie} owner to current_user`);
    for (const functie of BEWAKERSFUNCTIES) {
      await runner.query(`alter function ${functie} security invoker`);
      await runner.query(`alter function ${functie} reset all`);
    }
    await verwijderToegangsrechten(runner);
    await neemRechtenTerug(runner);
    await verwijderZoeknamen(runner);
    await geefSleutelsTerug(runner);
  }
}

/** Readers and writers have what their groups have; the exceptions, and the roles that are in no group, are here. */
async function geefRechten(runner: QueryRunner): Promise<void> {
  const pgb = PGB.join(', ');
  await runner.query(`revoke select on ${pgb} from wlz_lezer, wlz_schrijver`);
  await runner.query(`revoke update on bemiddelingspecificatie from wlz_schrijver`);
  const ziet = ['zorgkantoor', 'systeem'];
  await runner.query(
    `grant select on ${pgb} to ${ziet.flatMap((soort) => [LEZER(soort), SCHRIJVER(soort)]).join(', ')}`,
  );
  await runner.query(`grant update on bemiddelingspecificatie to ${ziet.map(SCHRIJVER).join(', ')}`);
  // P2: the share of a pgb does not reach a zorgaanbieder; of an allocation it moves the version on, and no more.
  for (const tabel of PGB) {
    await runner.query(
      `grant select (${await zonderPgb(runner, tabel)}) on ${tabel} to ${LEZER('zorgaanbieder')}, ${SCHRIJVER('zorgaanbieder')}`,
    );
  }
  await runner.query(`grant update (versie) on bemiddelingspecificatie to ${SCHRIJVER('zorgaanbieder')}`);
  for (const { tabel } of historietabellen())
    await runner.query(`revoke insert on ${tabel} from wlz_schrijver`);
  await runner.query(`revoke insert on bewaarstop_historie from wlz_schrijver`);
  await runner.query(`grant select on toegangsrecht to wlz_lezer, wlz_schrijver`);
  await runner.query(`grant select on toegangsrecht_zorgkantoor to wlz_lezer, wlz_schrijver`);
  await runner.query(`grant usage on schema public to ${[...BEHEER, 'wlz_bewaker'].join(', ')}`);
  await geefBeheer(runner);
  await runner.query(`grant insert on logregel to ${BEHEER.join(', ')}`);
  await runner.query(`grant select on logregel to wlz_logbeheerder`);
}

/** Who keeps the system may do with tables without client data what every writer may; who keeps the log may read them. */
async function geefBeheer(runner: QueryRunner): Promise<void> {
  const gesloten = [...DOSSIERTABELLEN, ...historietabellen()].map(({ tabel }) => tabel);
  const rechten = (await runner.query(
    `select c.relname as tabel, recht from pg_class c, unnest(array['select','insert','update','delete']) as recht
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1)
       and has_table_privilege('wlz_schrijver', c.oid, recht)
     order by c.relname, recht`,
    [[...gesloten, ...BIJZONDER]],
  )) as { tabel: string; recht: string }[];
  for (const { tabel, recht } of rechten) {
    await runner.query(`grant ${recht} on ${tabel} to wlz_beheerder`);
    if (recht === 'select') await runner.query(`grant select on ${tabel} to wlz_logbeheerder`);
  }
}

async function zonderPgb(runner: QueryRunner, tabel: string): Promise<string> {
  const [row] = (await runner.query(
    `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as kolommen
     from information_schema.columns
     where table_schema = 'public' and table_name = $1 and column_name <> 'pgb_percentage'`,
    [tabel],
  )) as { kolommen: string }[];
  return row?.kolommen ?? '';
}

/** The bewaker owns these functions and has what they need; whoever calls them gets no more than they do. */
async function stelBewakerAan(runner: QueryRunner): Promise<void> {
  await runner.query(`grant select on ${BEWAAKT.join(', ')}, plaatsgroep, logregel to wlz_bewaker`);
  await runner.query(`grant update (in_gebruik) on plaatsgroep to wlz_bewaker`);
  await runner.query(`grant insert on contactverplichting_historie to wlz_bewaker`);
  await runner.query(
    `grant select, insert, update, delete on ${[...RECHTEN, ...BIJGEHOUDEN].join(', ')} to wlz_bewaker`,
  );
  const historie = (await runner.query(
    `select distinct t.tgrelid::regclass || '_historie' as tabel from pg_trigger t
     where t.tgfoid = 'bewaar_vorige_versie'::regproc order by 1`,
  )) as { tabel: string }[];
  await runner.query(`grant insert on ${historie.map(({ tabel }) => tabel).join(', ')} to wlz_bewaker`);
  await runner.query(`grant create on schema public to wlz_bewaker`);
  for (const functie of BEWAKERSFUNCTIES) {
    await runner.query(
      `alter function ${functie} security definer set search_path = pg_catalog, public, pg_temp`,
    );
  }
  for (const functie of [...BEWAKERSFUNCTIES, ...AL_BEWAKERS])
    await runner.query(`alter function ${functie} owner to wlz_bewaker`);
  await runner.query(`revoke create on schema public from wlz_bewaker`);
}

/** The rights themselves, the log, and the answers kept for keys. */
async function beveiligBijzonder(runner: QueryRunner): Promise<void> {
  const eigen = (soort: string): string[] => [LEZER(soort), SCHRIJVER(soort)];
  for (const tabel of BIJZONDER) await sluit(runner, tabel);
  await beleid(
    runner,
    'toegangsrecht',
    'zorgaanbieder_select',
    'select',
    eigen('zorgaanbieder'),
    'agb = (select app_agb())',
    null,
  );
  await beleid(
    runner,
    'toegangsrecht_zorgkantoor',
    'zorgkantoor_select',
    'select',
    eigen('zorgkantoor'),
    'zorgkantoor = any ((select app_uzovi())::text[])',
    null,
  );
  for (const tabel of RECHTEN)
    await beleid(runner, tabel, 'systeem_select', 'select', eigen('systeem'), 'true', null);
  for (const tabel of [...RECHTEN, ...BIJGEHOUDEN]) {
    await beleid(runner, tabel, 'bewaker_select', 'select', ['wlz_bewaker'], 'true', null);
    await beleid(runner, tabel, 'bewaker_insert', 'insert', ['wlz_bewaker'], null, 'true');
    await beleid(runner, tabel, 'bewaker_update', 'update', ['wlz_bewaker'], 'true', 'true');
    await beleid(runner, tabel, 'bewaker_delete', 'delete', ['wlz_bewaker'], 'true', null);
  }
  await beleid(runner, 'logregel', 'iedereen_insert', 'insert', [...ROLLEN, ...BEHEER], null, 'true');
  await beleid(runner, 'logregel', 'logbeheerder_select', 'select', ['wlz_logbeheerder'], 'true', null);
  const organisaties = {
    zorgaanbieder: `organisatie = (select app_agb())`,
    zorgkantoor: `organisatie = array_to_string((select app_uzovi()), ',')`,
  };
  for (const [soort, zijne] of Object.entries(organisaties)) {
    const rol = [SCHRIJVER(soort)];
    await beleid(runner, 'idempotentie', `${soort}_select`, 'select', rol, zijne, null);
    await beleid(runner, 'idempotentie', `${soort}_insert`, 'insert', rol, null, zijne);
    await beleid(runner, 'idempotentie', `${soort}_update`, 'update', rol, zijne, zijne);
    await beleid(runner, 'idempotentie', `${soort}_delete`, 'delete', rol, zijne, null);
  }
  await systeembeleid(runner, 'idempotentie');
  await beleid(runner, 'logregel', 'bewaker_select', 'select', ['wlz_bewaker'], 'true', null);
  for (const tabel of ['bewaarstop', 'bewaarstop_historie', 'registratieklok'])
    await systeembeleid(runner, tabel);
  await beleid(runner, 'bewaarstop_historie', 'bewaker_insert', 'insert', ['wlz_bewaker'], null, 'true');
}

async function neemRechtenTerug(runner: QueryRunner): Promise<void> {
  const rollen = [...ROLLEN, ...BEHEER, 'wlz_bewaker'].join(', ');
  for (const tabel of PGB) {
    const kolommen = await zonderPgb(runner, tabel);
    await runner.query(`revoke select (${kolommen}), update (versie) on ${tabel} from ${rollen}`);
  }
  await runner.query(`revoke update (in_gebruik) on plaatsgroep from wlz_bewaker`);
  await runner.query(`revoke all on all tables in schema public from ${rollen}`);
  await runner.query(`revoke usage on schema public from ${rollen}`);
  await runner.query(`grant select on ${PGB.join(', ')} to wlz_lezer, wlz_schrijver`);
  await runner.query(`grant update on bemiddelingspecificatie to wlz_schrijver`);
  for (const { tabel } of historietabellen()) await runner.query(`grant insert on ${tabel} to wlz_schrijver`);
}
