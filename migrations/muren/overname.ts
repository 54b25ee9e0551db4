import type { QueryRunner } from 'typeorm';
import { DOSSIERTABELLEN, historietabellen, OVERGENOMEN } from './dossiers.js';

/** Search columns of names: `like` on a function of the name would be kept from the index by row level security. */
const ZOEKNAMEN = ['geslachtsnaam', 'partnernaam'] as const;

/**
 * Gives the tables below a bemiddeling or an indication the column that says whose rows they are, and each such column
 * an index. The trigger reads the parent as who writes: of a parent that is not theirs they get nothing, and the row is
 * refused as that of a parent that does not exist.
 */
export async function neemSleutelsOver(runner: QueryRunner): Promise<void> {
  for (const { tabellen, kolom, functie, uit } of OVERGENOMEN) {
    await runner.query(`
      create function ${functie}() returns trigger language plpgsql as $$
      begin
        new.${kolom} := ${uit('new')};
        return new;
      end $$`);
    for (const tabel of tabellen) {
      await runner.query(`alter table ${tabel} disable trigger user`);
      for (const naam of [tabel, `${tabel}_historie`]) {
        await runner.query(`alter table ${naam} add column ${kolom} uuid`);
        await runner.query(`update ${naam} set ${kolom} = ${uit(naam)}`);
        await runner.query(`alter table ${naam} alter column ${kolom} set not null`);
      }
      await runner.query(`alter table ${tabel} enable trigger user`);
      await runner.query(`
        create trigger ${tabel}_neem_sleutel_over before insert on ${tabel}
        for each row execute function ${functie}()`);
    }
  }
  for (const { tabel, kolom, index } of [...DOSSIERTABELLEN, ...historietabellen()]) {
    if (index !== undefined) await runner.query(`create index ${index} on ${tabel} (${kolom})`);
  }
}

export async function geefSleutelsTerug(runner: QueryRunner): Promise<void> {
  for (const { index } of [...DOSSIERTABELLEN, ...historietabellen()]) {
    if (index !== undefined) await runner.query(`drop index ${index}`);
  }
  for (const { tabellen, kolom, functie } of OVERGENOMEN) {
    for (const tabel of tabellen) {
      await runner.query(`drop trigger ${tabel}_neem_sleutel_over on ${tabel}`);
      for (const naam of [tabel, `${tabel}_historie`])
        await runner.query(`alter table ${naam} drop column ${kolom}`);
    }
    await runner.query(`drop function ${functie}()`);
  }
}

/** Names in small letters in a column of their own, with `^@` (starts with) as the question: that one may use an index. */
export async function maakZoeknamen(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function vul_zoeknamen() returns trigger language plpgsql as $$
    begin
      ${ZOEKNAMEN.map((naam) => `new.zoek_${naam} := lower(new.${naam});`).join('\n      ')}
      return new;
    end $$`);
  await runner.query(`alter table client disable trigger user`);
  for (const naam of ZOEKNAMEN) {
    await runner.query(`alter table client add column zoek_${naam} text`);
    await runner.query(`update client set zoek_${naam} = lower(${naam})`);
    await runner.query(`drop index client_${naam}_idx`);
    await runner.query(`create index client_zoek_${naam}_idx on client (zoek_${naam} text_pattern_ops)`);
  }
  await runner.query(`alter table client enable trigger user`);
  await runner.query(`
    create trigger client_zoeknamen before insert or update of ${ZOEKNAMEN.join(', ')} on client
    for each row execute function vul_zoeknamen()`);
}

export async function verwijderZoeknamen(runner: QueryRunner): Promise<void> {
  await runner.query(`drop trigger client_zoeknamen on client`);
  await runner.query(`drop function vul_zoeknamen()`);
  for (const naam of ZOEKNAMEN) {
    await runner.query(`alter table client drop column zoek_${naam}`);
    await runner.query(`create index client_${naam}_idx on client (lower(${naam}) text_pattern_ops)`);
  }
}
