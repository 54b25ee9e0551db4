import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { bewaartermijnenTaak } from '../../../src/modules/taakbeheer/index.js';
import { Taakrunner } from '../../../src/platform/scheduling/index.js';
import { openBeheer, type Beheer } from './beheer.js';

let beheer: Beheer;

beforeAll(async () => {
  beheer = await openBeheer();
});

afterAll(() => beheer.close());

interface Run {
  readonly taakrunID: string;
  readonly status: string;
  readonly soort: string;
  readonly dag: string;
  readonly resultaat: { naam: string; waarde: string }[];
}

const TAKEN = `{ taken { id cron volgende runs { taakrunID status soort dag pogingen gedaan totaal duurMs fout
  resultaat { naam waarde } } } }`;
const RUN = `mutation ($input: RunTaakInput!) { runTaak(input: $input) {
  ... on Taakrun { taakrunID status soort dag } ... on Weigering { code pad melding } } }`;

const runsOf = async (taak: string): Promise<Run[]> => {
  const { data } = await beheer.vraag<{ taken: { id: string; runs: Run[] }[] }>(beheer.beheerder, TAKEN);
  return data.taken.find(({ id }) => id === taak)?.runs ?? [];
};

describe('a task that the beheerder starts', () => {
  it('stands in the list at once, runs by itself, and shows its result', async () => {
    const input = { taak: 'contactbewaking', datum: '2026-10-31' };
    const { data } = await beheer.vraag<{ runTaak: Run }>(beheer.beheerder, RUN, { input });
    expect(data.runTaak).toMatchObject({ soort: 'HAND', dag: '2026-10-31' });
    let run: Run | undefined;
    for (let look = 0; look < 200 && run?.status !== 'GEDAAN'; look += 1) {
      await pause(25);
      run = (await runsOf('contactbewaking')).find(({ taakrunID }) => taakrunID === data.runTaak.taakrunID);
    }
    expect(run).toMatchObject({ status: 'GEDAAN', fout: null, pogingen: 1 });
    expect(run?.resultaat).toEqual(expect.arrayContaining([{ naam: 'nieuw', waarde: '0' }]));
  });

  it.each([
    ['a task that is not there', { taak: 'opruimen' }, 'NIET_GEVONDEN', ['taak']],
    ['a day to come', { taak: 'contactbewaking', datum: '2026-11-02' }, 'ONGELDIGE_INVOER', ['datum']],
  ])('is refused: %s', async (_what, input, code, pad) => {
    const { data } = await beheer.vraag(beheer.beheerder, RUN, { input });
    expect(data).toMatchObject({ runTaak: { code, pad } });
  });

  it('is nothing for others; who works there may look', async () => {
    const input = { taak: 'contactbewaking' };
    for (const token of [beheer.medewerker, beheer.aanbieder]) {
      const { errors } = await beheer.vraag(token, RUN, { input });
      expect(errors).toHaveLength(1);
    }
    expect((await beheer.vraag(beheer.medewerker, TAKEN)).errors).toBeUndefined();
    expect((await beheer.vraag(beheer.aanbieder, TAKEN)).errors).toHaveLength(1);
  });
});

describe('the dry run of the terms of keeping', () => {
  const run = async (): Promise<Record<string, unknown>> => ({
    ...(await beheer.app.app.get(Taakrunner, { strict: false }).runDag(bewaartermijnenTaak, '2026-11-01')),
  });

  beforeAll(async () => {
    await beheer.sql(`
      insert into client (client_id, bsn, geboortedatum, geslacht, overlijdensdatum, geregistreerd_op, geregistreerd_door)
      values (gen_random_uuid(), '999990019', '1930-01-01', '1', '2005-01-01', '2005-02-01', 'proef')`);
    await beheer.sql(`
      insert into taakrun (taak, soort, gepland_op, dag, status, klaar_op)
      values ('oud', 'GEPLAND', '2020-01-01', '2020-01-01', 'GEDAAN', '2020-01-01')`);
  });

  it('counts what is over its term, nothing of a class without one, and removes nothing', async () => {
    expect(await run()).toEqual({ clientdossier: 0, logregel: 0, bericht: 0, taakrun: 1 });
    await beheer.sql(
      `update bewaartermijn set termijn_maanden = 180, besloten_door = 'proef' where klasse = 'CLIENTDOSSIER'`,
    );
    expect(await run()).toMatchObject({ clientdossier: 1 });
    expect(await beheer.sql(`select from client where bsn = '999990019'`)).toHaveLength(1);
  });

  it('leaves out what is held back, a client or a whole class', async () => {
    await beheer.sql(`
      insert into bewaarstop (client_id, reden, ingangsdatum, geregistreerd_op, geregistreerd_door)
      select client_id, 'klacht', '2026-01-01', now(), 'proef' from client where bsn = '999990019'`);
    await beheer.sql(`
      insert into bewaarstop (klasse, reden, ingangsdatum, geregistreerd_op, geregistreerd_door)
      values ('TAAKRUN', 'onderzoek', '2026-01-01', now(), 'proef')`);
    expect(await run()).toMatchObject({ clientdossier: 0, taakrun: 0 });
  });

  it('cannot be told to let the log go within five years', async () => {
    await expect(
      beheer.sql(`update bewaartermijn set termijn_maanden = 59 where klasse = 'LOGREGEL'`),
    ).rejects.toThrow('bewaartermijn_log_check');
  });
});
