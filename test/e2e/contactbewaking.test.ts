import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Geheimen } from '../../src/platform/outbox/index.js';
import { Planter } from '../integration/contactbewaking/planter.js';
import { plichtenOp, Vlaggen, type Norm, type Registratie } from '../support/contactboek-oracle.js';
import { openOntvanger, type Ontvanger } from '../support/ontvanger.js';
import { openServergroep, type Servergroep } from '../support/servergroep.js';
import { BEUK, DAGEN, EERSTE, LINDE, plantLevens } from './contactronde.js';

const VANDAAG = DAGEN.at(-1) ?? EERSTE;
const WEBHOOK_SLEUTEL = Buffer.alloc(32, 9).toString('base64');
/** Three servers of this program are slow to start where two processors do everything. */
const PATIENCE_MS = 240_000;

/** Each batch that judges takes a moment, so that something can happen in the middle of it. */
const TRAAG = `
  create function even_wachten() returns trigger language plpgsql as $$
  begin perform pg_sleep(0.2); return null; end $$;
  create trigger even_wachten after insert on contactsignaal for each statement execute function even_wachten()`;

let groep: Servergroep;
let ontvangers: Record<string, Ontvanger>;
let registraties: Registratie[];

beforeAll(async () => {
  groep = await openServergroep({ WLZ_NU: `${VANDAAG}T08:00:00Z`, WLZ_LEASE: '2', WEBHOOK_SLEUTEL });
  registraties = await plantLevens(
    new Planter(
      (text, params) => groep.sql(text, params),
      () => Promise.resolve(),
    ),
  );
  ontvangers = { [LINDE]: await webhook(LINDE), [BEUK]: await webhook(BEUK) };
  await groep.sql(`update bezorgbeleid set eerste_pauze_s = 1, langste_pauze_s = 1`);
  await groep.sql(TRAAG);
  await groep.sql('insert into contactboek_achterstand select bemiddeling_id from bemiddeling');
  await groep.sql(`
    insert into taakrun (taak, soort, gepland_op, dag, status, begonnen_op, klaar_op)
    values ('contactbewaking', 'GEPLAND', '2026-07-01T04:00:00Z', '2026-07-01', 'GEDAAN', now(), now())`);
}, PATIENCE_MS);

afterAll(async () => {
  for (const ontvanger of Object.values(ontvangers)) await ontvanger.close();
  await groep.close();
}, PATIENCE_MS);

async function webhook(agb: string): Promise<Ontvanger> {
  const geheimen = new Geheimen({ production: false, dataFolder: '', WEBHOOK_SLEUTEL });
  const geheim = geheimen.nieuw();
  const ontvanger = await openOntvanger(geheim);
  await groep.sql(
    `insert into webhook (ontvanger, url, actief, geregistreerd_op, geregistreerd_door) values ($1, $2, true, now(), 'proef')`,
    [agb, ontvanger.url],
  );
  await groep.sql(`insert into webhook_geheim (ontvanger, geheim, aangemaakt_op) values ($1, $2, now())`, [
    agb,
    await geheimen.versleutel(agb, geheim),
  ]);
  return ontvanger;
}

/** One more look of the relay, asked for by hand, so that the test need not wait for the minute. */
async function bezorg(): Promise<void> {
  const [run] = await groep.sql<{ id: string }>(
    `insert into taakrun (taak, soort, gepland_op, dag, status, aangevraagd_door)
     values ('berichten', 'HAND', now(), $1, 'WACHT', 'proef') returning taakrun_id as id`,
    [VANDAAG],
  );
  await groep.until(`select from taakrun where taakrun_id = '${run?.id ?? ''}' and status = 'GEDAAN'`);
}

/** What the other code says of the same days. */
async function verwacht(): Promise<string[]> {
  const normen = await groep.sql<Norm>(
    `select regierol as rol, leveringsstatus as status, classificatie as klas, max_dagen as dagen,
       geldig_vanaf::text as van, geldig_tot::text as tot, zorgkantoor from contactnorm`,
  );
  const perID = new Map(registraties.map((one) => [one.bemiddelingID, one]));
  const vlaggen = new Vlaggen((id, day) => {
    const reg = perID.get(id);
    return reg === undefined ? [] : plichtenOp(reg, normen, day);
  });
  for (const dag of DAGEN) vlaggen.run([...perID.keys()], dag, dag === VANDAAG);
  return vlaggen.stand();
}

const KEY =
  /^(?<id>\S+) (?<plicht>\S+) (?<soort>\S+) (?<over>\S+) (?<agb>\S+) (?<op>\S+) (?<weg>\S+) (?<eind>\S+)$/;
const gelezen = (regels: readonly string[]): Record<string, string>[] =>
  regels.map((regel) => ({ ...KEY.exec(regel)?.groups }));

describe('three servers on one database, after three days in which nobody looked at the contact duties', () => {
  it(
    'raise every signal once, under the day it was about, though one is killed, one stopped, and the database falls',
    async () => {
      await Promise.all([1, 2, 3].map(() => groep.start()));
      const killed = await groep.houder('contactbewaking');
      process.kill(killed, 'SIGKILL');
      const stopped = await groep.houder('contactbewaking', [killed]);
      process.kill(stopped, 'SIGSTOP');
      await groep.houder('contactbewaking', [killed, stopped]);
      await groep.databaseValtUit();
      process.kill(stopped, 'SIGCONT');
      await groep.until(
        `select where (select count(*) from taakrun where taak = 'contactbewaking' and status = 'GEDAAN') = 5`,
      );

      const expected = await verwacht();
      const signalen = await groep.sql<{ regel: string }>(
        `select concat_ws(' ', bemiddeling_id, verplichting, soort, aanleiding, instelling, vastgesteld_op,
           coalesce(ingetrokken_op::text, '-'), coalesce(beeindigd_op::text, '-')) as regel from contactsignaal`,
      );
      expect(signalen.map(({ regel }) => regel).sort()).toEqual(expected);
      const met = gelezen(expected);
      for (const dag of DAGEN) {
        const soorten = new Set(met.filter(({ op }) => op === dag).map(({ soort }) => soort));
        expect([dag, [...soorten].sort()]).toEqual([
          dag,
          ['ESCALATIE', 'JAARNORM_NIET_GEHAALD', 'NADERT', 'TE_LAAT'],
        ]);
      }

      const runs = await groep.sql<{ dag: string; nieuw: number; pogingen: number; gedaan: number }>(
        `select dag::text, (resultaat ->> 'nieuw')::int as nieuw, gedaan, pogingen from taakrun
         where taak = 'contactbewaking' and resultaat is not null order by gepland_op`,
      );
      expect(runs.map(({ dag, nieuw, gedaan }) => ({ dag, nieuw, gedaan }))).toEqual(
        DAGEN.map((dag) => ({
          dag,
          nieuw: met.filter(({ op, soort }) => op === dag && soort === 'TE_LAAT').length,
          gedaan: registraties.length,
        })),
      );
      // The first holder, who took over from the killed one, and who took over from the stopped one.
      expect(runs.reduce((sum, { pogingen }) => sum + pogingen, 0)).toBeGreaterThanOrEqual(DAGEN.length + 2);
    },
    PATIENCE_MS,
  );

  it(
    'send each provider one overview of all that, under one id however often they must send it',
    async () => {
      const { [LINDE]: linde, [BEUK]: beuk } = ontvangers;
      if (linde === undefined || beuk === undefined) throw new Error('nobody listens');
      linde.gedrag = () => (linde.ontvangen.length < 2 ? 'SLUIT' : 'GOED');
      const wachten = async (): Promise<boolean> =>
        (
          await groep.sql(`select from bericht where status = 'WACHT' and ontvanger in ($1, $2)`, [
            LINDE,
            BEUK,
          ])
        ).length > 0;
      for (let keer = 0; keer < 9 && (await wachten()); keer += 1) await bezorg();

      const nieuw = gelezen(await verwacht()).filter(
        ({ soort, weg, eind }) => soort !== 'ESCALATIE' && weg === '-' && eind === '-',
      );
      for (const [agb, { ontvangen }] of Object.entries(ontvangers)) {
        const aantal = (soort: string): number =>
          nieuw.filter((signaal) => signaal['agb'] === agb && signaal['soort'] === soort).length;
        expect(new Set(ontvangen.map(({ id }) => id)).size).toBe(1);
        expect(ontvangen.at(-1)).toMatchObject({
          soort: 'contact.overzicht',
          echt: true,
          data: {
            dag: VANDAAG,
            nadert: aantal('NADERT'),
            teLaat: aantal('TE_LAAT'),
            jaarnorm: aantal('JAARNORM_NIET_GEHAALD'),
          },
        });
      }
      expect(linde.ontvangen.length).toBeGreaterThan(1);
      expect(beuk.ontvangen).toHaveLength(1);
      const perOntvanger = await groep.sql(
        `select ontvanger, count(*)::int as aantal from bericht where ontvanger in ($1, $2) group by 1 order by 1`,
        [LINDE, BEUK],
      );
      expect(perOntvanger).toEqual([LINDE, BEUK].map((ontvanger) => ({ ontvanger, aantal: 1 })));
    },
    PATIENCE_MS,
  );
});
