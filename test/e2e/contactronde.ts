import { addDays, type Day } from '../../src/platform/clock/index.js';
import type { Registratie } from '../support/contactboek-oracle.js';
import type { Geplant, Houder, Planter, Wacht } from '../integration/contactbewaking/planter.js';

/** The first of the days on which nothing ran. */
export const EERSTE: Day = '2026-07-02';
/** Those days, and the day on which the servers are there again. */
export const DAGEN: readonly Day[] = [0, 1, 2, 3].map((n) => addDays(EERSTE, n));

export const LINDE = '99000001';
export const BEUK = '99000002';
const THUIS = '99000004';
const KANTOOR = '5517';

/** Days between two contacts, of a register in which nobody tightened anything. */
const TERMIJN = 183;
const KLAS = { 6: '03', 7: '11', 2: '13', 3: '15' } as const;

interface Leven {
  readonly dossierhouders: readonly Houder[];
  readonly coordinatoren?: readonly Houder[];
  readonly wacht: readonly Wacht[];
  /** Of the dossierhouder (the holder on that day) with the client. */
  readonly contacten?: readonly (readonly [agb: string, datum: Day])[];
}

const sinds = (agb: string, begin: Day): Leven => ({
  dossierhouders: [[agb, begin]],
  wacht: [['7', begin]],
});

/** Lives in which on every one of the days something begins, ends or passes to another. */
function levens(): Leven[] {
  const perDag = DAGEN.flatMap((dag) =>
    [LINDE, BEUK].flatMap((agb) => {
      const vanaf = (uiterlijk: Day): Leven => sinds(agb, addDays(uiterlijk, -TERMIJN));
      const jaar = addDays(dag, -366);
      return [
        vanaf(addDays(dag, 30)), // comes near
        vanaf(addDays(dag, -1)), // becomes late
        vanaf(addDays(dag, -14)), // goes to the office
        { ...sinds(agb, jaar), contacten: [[agb, addDays(jaar, 300)] as const] }, // one contact in the year
      ];
    }),
  );
  const [, tweede, derde] = DAGEN as readonly [Day, Day, Day, Day];
  const laat = addDays(EERSTE, -TERMIJN - 20);
  return [
    ...perDag,
    { ...sinds(LINDE, laat), contacten: [[LINDE, tweede]] },
    { ...sinds(LINDE, laat), wacht: [['7', laat, tweede]] },
    { ...sinds(BEUK, laat), wacht: [['7', laat, derde]] },
    {
      ...sinds(LINDE, laat),
      dossierhouders: [
        [LINDE, laat, derde],
        [BEUK, derde],
      ],
    },
    { ...sinds(BEUK, laat), dossierhouders: [[BEUK, laat, EERSTE]] },
    { ...sinds(LINDE, laat), coordinatoren: [[THUIS, addDays(EERSTE, -TERMIJN + 1)]] },
    {
      ...sinds(LINDE, laat),
      wacht: [
        ['6', laat, tweede],
        ['3', derde],
      ],
    },
    sinds(BEUK, addDays(EERSTE, -10)),
  ];
}

/** Puts the lives into a register. @returns them as the other code takes them */
export async function plantLevens(plant: Planter): Promise<Registratie[]> {
  await plant.zorgaanbieders([LINDE, BEUK, THUIS]);
  const registraties: Registratie[] = [];
  for (const leven of levens()) {
    const geplant = await plant.wachtende({ coordinatoren: [], ...leven });
    for (const [instelling, datum] of leven.contacten ?? [])
      await plant.contact(geplant.bemiddelingID, datum, { instelling });
    registraties.push(registratie(geplant, leven));
  }
  return registraties;
}

function registratie({ bemiddelingID }: Geplant, leven: Leven): Registratie {
  const rol =
    (code: string) =>
    ([instelling, van, tot]: Houder) => ({
      rol: code,
      instelling,
      van,
      tot: tot ?? null,
    });
  const uitstel = leven.wacht.map(([status, van, tot]) => ({
    van,
    tot: tot ?? null,
    status,
    klas: KLAS[status],
    moment: van,
  }));
  return {
    bemiddelingID,
    zorgkantoor: KANTOOR,
    rollen: [...leven.dossierhouders.map(rol('2')), ...(leven.coordinatoren ?? []).map(rol('1'))],
    toewijzingen: [{ tot: null, uitstel, zorg: [], afstel: null }],
    contacten: (leven.contacten ?? []).map(([instelling, datum]) => ({
      datum,
      instelling,
      rol: '2',
      met: 'CLIENT',
    })),
  };
}
