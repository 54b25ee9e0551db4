import fc from 'fast-check';
import { addDays, instantInAmsterdam, type Day } from '../../../../src/platform/clock/index.js';
import { BEUK, LINDE, THUIS } from '../register.js';
import type { Controle } from './controle.js';
import { KANTOOR, type Wereld } from './wereld.js';

type Gebeurtenis = fc.AsyncCommand<Controle, Wereld>;

const OFFICE = { rol: 'ZORGKANTOOR', uzovi: [KANTOOR] } as const;
const aanbieder = (agb: string) => ({ rol: 'ZORGAANBIEDER', agb }) as const;

/** Something happens through the API or a use case, which may refuse it; then everything must be right again. */
function gebeurt(naam: string, run: (wereld: Wereld, controle: Controle) => Promise<unknown>): Gebeurtenis {
  return {
    check: () => true,
    run: async (controle, wereld) => {
      await run(wereld, controle);
      await controle.kijk(wereld, naam);
    },
    toString: () => naam,
  };
}

const who = fc.nat(9);
const provider = fc.constantFrom(LINDE, BEUK);
const past = fc.oneof(fc.nat(10), fc.nat(120), fc.nat(400));
const around = fc.integer({ min: -60, max: 60 });

/** How the API calls the two roles. */
const REGIEROL = { 1: 'COORDINATOR_ZORG_THUIS', 2: 'DOSSIERHOUDER' } as const;

const one = (wereld: Wereld, n: number) => {
  const chosen = wereld.bemiddelingen[n % wereld.bemiddelingen.length];
  if (chosen === undefined) throw new Error('nobody is there');
  return chosen;
};

const ago = (wereld: Wereld, days: number): Day => addDays(wereld.today, -days);

/** The holder of a role now, so that most of what is reported is reported by who may. */
async function holder(
  wereld: Wereld,
  bemiddelingID: string,
  rol: '1' | '2',
  otherwise: string,
): Promise<string> {
  const [row] = await wereld.register.sql<{ instelling: string }>(
    `select instelling from regiehouder where bemiddeling_id = $1 and regierol = $2 and ingangsdatum <= $3
       and (einddatum is null or einddatum >= $3) order by ingangsdatum desc limit 1`,
    [bemiddelingID, rol, wereld.today],
  );
  return row?.instelling ?? otherwise;
}

async function versie(
  wereld: Wereld,
  table: 'bemiddeling' | 'bemiddelingspecificatie',
  id: string,
): Promise<number> {
  const [row] = await wereld.register.sql<{ versie: number }>(
    `select versie from ${table} where ${table}_id = $1`,
    [id],
  );
  return row?.versie ?? 0;
}

const STATUS = fc.constantFrom(['6', '03'], ['7', '11'], ['2', '13'], ['3', '15'], ['7', '09']);

const status = fc.tuple(who, STATUS, past).map(([n, [code = '', klas = ''], days]) =>
  gebeurt(`status ${code} ${days} dagen terug`, async (wereld) => {
    const { bemiddelingID, specificatieID } = one(wereld, n);
    const agb = await holder(wereld, bemiddelingID, '2', LINDE);
    await wereld.doe(aanbieder(agb), async (ctx, app) =>
      wereld.services(app).wachtstatus.reportUitstelperiode(ctx, {
        bemiddelingspecificatieID: specificatieID,
        versie: await versie(wereld, 'bemiddelingspecificatie', specificatieID),
        ingangsdatum: ago(wereld, days),
        leveringsstatus: code,
        leveringsstatusClassificatie: klas,
      }),
    );
  }),
);

const contact = fc
  .tuple(who, fc.constantFrom('1', '2'), fc.boolean(), past, fc.boolean(), provider)
  .map(([n, rol, goed, days, persoon, agb]) =>
    gebeurt(`contact als ${rol} ${days} dagen terug`, async (wereld) => {
      const { bemiddelingID } = one(wereld, n);
      const maker = goed ? await holder(wereld, bemiddelingID, rol, agb) : agb;
      await wereld.vraag(aanbieder(maker), 'recordContactmoment', {
        bemiddelingID,
        datum: ago(wereld, days),
        regierol: REGIEROL[rol],
        met: rol === '1' ? (persoon ? 'DOSSIERHOUDER' : 'CLIENT') : 'CLIENT',
        vorm: persoon ? 'TELEFOON' : 'EMAIL',
        gesproken: days % 5 !== 4,
      });
    }),
  );

const correctie = fc
  .tuple(fc.nat(20), fc.constantFrom('intrekken', 'gesproken', 'datum'), past)
  .map(([n, wat, days]) =>
    gebeurt(`correctie ${wat}`, async (wereld) => {
      const made = await wereld.register.sql<{ id: string; instelling: string; gesproken: boolean }>(
        'select contactmoment_id as id, instelling, gesproken from contactmoment where not ingetrokken order by datum',
      );
      const chosen = made[n % Math.max(1, made.length)];
      if (chosen === undefined) return;
      const change =
        wat === 'intrekken'
          ? { intrekken: true }
          : wat === 'datum'
            ? { datum: ago(wereld, days) }
            : { gesproken: !chosen.gesproken };
      await wereld.vraag(aanbieder(chosen.instelling), 'correctContactmoment', {
        contactmomentID: chosen.id,
        ...change,
      });
    }),
  );

const overdracht = fc
  .tuple(who, fc.constantFrom('1', '2', '2'), provider, around, fc.boolean())
  .map(([n, rol, agb, days, samen]) =>
    gebeurt(`rol ${rol} naar ${agb} over ${days} dagen`, async (wereld) => {
      const { bemiddelingID } = one(wereld, n);
      const ingangsdatum = addDays(wereld.today, days);
      await wereld.vraag(OFFICE, 'assignRegiehouder', {
        bemiddelingID,
        versie: await versie(wereld, 'bemiddeling', bemiddelingID),
        instelling: rol === '1' ? THUIS : agb,
        regierol: REGIEROL[rol],
        ingangsdatum,
        laatsteDagVorige: samen ? ingangsdatum : null,
      });
    }),
  );

const rolEinde = fc.tuple(who, around).map(([n, days]) =>
  gebeurt(`coördinator tot over ${days} dagen`, async (wereld) => {
    const { bemiddelingID } = one(wereld, n);
    const [row] = await wereld.register.sql<{ id: string }>(
      `select regiehouder_id as id from regiehouder where bemiddeling_id = $1 and regierol = '1'
       order by ingangsdatum desc limit 1`,
      [bemiddelingID],
    );
    if (row === undefined) return;
    await wereld.doe(OFFICE, async (ctx, app) =>
      wereld.services(app).regie.endRegiehouder(ctx, {
        regiehouderID: row.id,
        versie: await versie(wereld, 'bemiddeling', bemiddelingID),
        einddatum: addDays(wereld.today, days),
      }),
    );
  }),
);

const plaatsing = fc.tuple(who, fc.nat(40), fc.boolean()).map(([n, days, einde]) =>
  gebeurt(`zorg ${einde ? 'eindigt' : 'begint'} ${days} dagen terug`, async (wereld) => {
    const { specificatieID } = one(wereld, n);
    const dag = ago(wereld, days);
    await wereld.doe(aanbieder(LINDE), async (ctx, app) =>
      wereld.services(app).levering.reportLeveringperiode(ctx, {
        bemiddelingspecificatieID: specificatieID,
        versie: await versie(wereld, 'bemiddelingspecificatie', specificatieID),
        ...(einde ? { einddatum: dag, beeindigingReden: '19' } : { ingangsdatum: dag }),
      }),
    );
  }),
);

const vertrek = fc
  .tuple(who, fc.constantFrom('afstel', 'verhuizing', 'overlijden'), fc.nat(40))
  .map(([n, wat, days]) =>
    gebeurt(`${wat} ${days} dagen terug`, async (wereld) => {
      const { clientID, specificatieID } = one(wereld, n);
      const dag = ago(wereld, days);
      if (wat === 'overlijden') {
        await wereld.vraag(OFFICE, 'registerOverlijden', { clientID, overlijdensdatum: dag });
        return;
      }
      await wereld.doe(OFFICE, async (ctx, app) => {
        const { levering, specificaties } = wereld.services(app);
        const nu = await versie(wereld, 'bemiddelingspecificatie', specificatieID);
        const id = { bemiddelingspecificatieID: specificatieID, versie: nu };
        if (wat === 'afstel') await levering.reportAfstel(ctx, { ...id, afsteldatum: dag, reden: 'model' });
        else
          await specificaties.endBemiddelingspecificatie(ctx, {
            ...id,
            einddatum: dag,
            redenIntrekking: '8',
          });
      });
    }),
  );

const norm = fc
  .tuple(
    STATUS,
    fc.integer({ min: 20, max: 180 }),
    fc.integer({ min: 1, max: 60 }),
    fc.option(fc.nat(90)),
    fc.boolean(),
  )
  .map(([[code = '', klas = ''], maxDagen, van, duur, elke]) =>
    gebeurt(`norm ${code} ${maxDagen} over ${van} dagen`, async (wereld) => {
      const geldigVanaf = addDays(wereld.today, van);
      await wereld.doe(OFFICE, (ctx, app) =>
        wereld.services(app).normen.registerContactnorm(ctx, {
          zorgkantoor: KANTOOR,
          soort: 'DOSSIERHOUDER_CLIENT',
          leveringsstatus: code,
          classificatie: elke ? null : klas,
          maxDagen,
          geldigVanaf,
          geldigTot: duur === null ? null : addDays(geldigVanaf, duur),
          bron: 'model',
        }),
      );
    }),
  );

const tijd = fc
  .oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 20, max: 120 }))
  .map((days) => gebeurt(`${days} dagen verder`, async (wereld) => wereld.verstrijk(days)));

const taak = fc.constant(
  gebeurt('taak', async (wereld, controle) => {
    const { runner, taak: contactbewaking } = wereld.taak();
    await runner.runDag(contactbewaking, wereld.today);
    await controle.gelopen(wereld, [wereld.today]);
  }),
);

/** Days on which nothing ran are made up for, a few of them here. */
const stilstand = fc.integer({ min: 1, max: 3 }).map((days) =>
  gebeurt(`stilstand van ${days} dagen`, async (wereld, controle) => {
    const { runner, taak: contactbewaking } = wereld.taak();
    // What was planned before counts as done by hand.
    await wereld.register.sql('delete from taakrun');
    const gepland = instantInAmsterdam(wereld.today, '06:00');
    await wereld.register.sql(
      `insert into taakrun (taak, gepland_op, begonnen_op, klaar_op, uitgevoerd_door, dag, soort, status)
       values ('contactbewaking', $1::timestamptz, $1::timestamptz, $1::timestamptz, 'model', $2::date, 'GEPLAND', 'GEDAAN')`,
      [gepland, wereld.today],
    );
    const missed = Array.from({ length: days }, (_none, index) => addDays(wereld.today, index + 1));
    wereld.verstrijk(days);
    while (!(await runner.haalIn(contactbewaking)));
    await controle.gelopen(wereld, missed);
  }),
);

const herstart = fc.constant(gebeurt('herstart', (wereld) => wereld.herstart()));

/** Random lives: somebody waits first, then anything. */
export const levens = (maxCommands: number): fc.Arbitrary<Iterable<Gebeurtenis>> =>
  fc.commands(
    [
      ...[status, status, status, contact, contact, contact, contact, correctie, correctie],
      ...[overdracht, overdracht, rolEinde, plaatsing, vertrek, norm, tijd, tijd, tijd],
      ...[taak, taak, taak, taak, stilstand, herstart],
    ] as fc.Arbitrary<Gebeurtenis>[],
    { maxCommands, size: 'max' },
  );
