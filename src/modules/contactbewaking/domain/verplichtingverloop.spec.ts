import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, holdsOn, type Day } from '../../../platform/clock/index.js';
import type { Normrij } from './contactnorm.js';
import { contactverplichting } from './contactplicht.js';
import { VERPLICHTINGSOORTEN, type Contact, type Rolperiode } from './verplichting.js';
import { verplichtingverloop, type Verplichtingfeiten } from './verplichtingverloop.js';
import type { Wachtregel } from './vervalreden.js';

const [DH, OTHER, CZT] = ['99000001', '99000002', '99000003'];
const START: Day = '2026-01-01';

const rol = (regierol: '1' | '2', instelling: string, van: Day, tot: Day | null = null): Rolperiode => ({
  regierol,
  instelling,
  ingangsdatum: van,
  einddatum: tot,
});
const wacht = (leveringsstatus: '6' | '7' | '2' | '3', van: Day, tot: Day | null = null): Wachtregel => ({
  bemiddelingspecificatieID: 's',
  van,
  tot,
  leveringsstatus,
  classificatie: '12',
  rang: { 6: 1, 7: 2, 2: 3, 3: 4 }[leveringsstatus],
});
const contact = (contactmomentID: string, datum: Day, over: Partial<Contact> = {}): Contact => ({
  contactmomentID,
  datum,
  instelling: DH,
  regierol: '2',
  met: 'CLIENT',
  gesproken: true,
  ...over,
});
const norm = (maxDagen: number, geldigVanaf: Day, over: Partial<Normrij> = {}): Normrij => ({
  contactnormID: maxDagen,
  zorgkantoor: null,
  regierol: '2',
  tegenpartij: 'CLIENT',
  leveringsstatus: '7',
  classificatie: null,
  maxDagen,
  geldigVanaf,
  geldigTot: null,
  versie: 4,
  ...over,
});
const feiten = (over: Partial<Verplichtingfeiten> = {}): Verplichtingfeiten => ({
  rollen: [rol('2', DH, START)],
  wachtsegmenten: [wacht('7', START)],
  contacten: [],
  normen: [],
  eindes: { overlijdensdatum: null, verantwoordelijkheidEinddatum: null, toewijzingen: [] },
  ...over,
});

/** Each obligation with what it began for and how it ended. */
const told = (over: Partial<Verplichtingfeiten>): string[] =>
  verplichtingverloop(feiten(over)).map((regel) => {
    const how = regel.afloop === 'VERVALLEN' ? regel.vervalreden : (regel.afloop ?? 'LOOPT');
    return `${regel.instelling} ${regel.van}..${regel.tot ?? ''} uiterlijk ${regel.uiterlijk} ${how}`;
  });

describe('an obligation', () => {
  it('runs from the first day somebody waits and is directed, and is late after its term', () => {
    expect(verplichtingverloop(feiten())).toEqual([
      {
        soort: 'DOSSIERHOUDER_CLIENT',
        instelling: DH,
        begin: START,
        termijnVan: START,
        laatsteContactID: null,
        voorlaatsteContact: null,
        contactnormID: null,
        normVersie: null,
        maxDagen: 183,
        uiterlijk: '2026-07-03',
        van: START,
        tot: null,
        teLaatSinds: '2026-07-04',
        afloop: null,
      },
    ]);
  });

  it('is met by a contact, which begins the next', () => {
    const regels = verplichtingverloop(
      feiten({
        contacten: [contact('b', '2026-05-01'), contact('a', '2026-02-01'), contact('c', '2026-05-01')],
      }),
    );
    expect(regels).toMatchObject([
      { tot: '2026-01-31', afloop: 'VOLDAAN', voldaanDoor: 'a', voldaanOp: '2026-02-01', teLaatSinds: null },
      { tot: '2026-04-30', afloop: 'VOLDAAN', voldaanDoor: 'c', voorlaatsteContact: null },
      { van: '2026-05-01', afloop: null, laatsteContactID: 'c', voorlaatsteContact: '2026-05-01' },
    ]);
  });

  it('passes to who takes the role over, with the term that runs', () => {
    const rollen = [rol('2', DH, START, '2026-03-31'), rol('2', OTHER, '2026-04-01')];
    expect(told({ rollen })).toEqual([
      `${DH} 2026-01-01..2026-03-31 uiterlijk 2026-07-03 OVERGEDRAGEN`,
      `${OTHER} 2026-04-01.. uiterlijk 2026-07-03 LOOPT`,
    ]);
  });

  it('is taken up again when its norm changes, and late at once when the new term is over', () => {
    const normen = [norm(30, '2026-06-01', { geldigTot: '2026-06-10' })];
    expect(told({ normen })).toEqual([
      `${DH} 2026-01-01..2026-05-31 uiterlijk 2026-07-03 TERMIJN_HERZIEN`,
      `${DH} 2026-06-01..2026-06-10 uiterlijk 2026-01-31 TERMIJN_HERZIEN`,
      `${DH} 2026-06-11.. uiterlijk 2026-07-03 LOOPT`,
    ]);
    expect(verplichtingverloop(feiten({ normen }))[1]).toMatchObject({
      teLaatSinds: '2026-06-01',
      contactnormID: 30,
      normVersie: 4,
    });
  });

  it('ends with the waiting or the role, for the reason that holds', () => {
    expect(told({ wachtsegmenten: [wacht('7', START, '2026-02-28')] })).toEqual([
      `${DH} 2026-01-01..2026-02-28 uiterlijk 2026-07-03 WACHTSTATUS_BEEINDIGD`,
    ]);
    expect(told({ rollen: [rol('2', DH, START, '2026-02-28')] })).toEqual([
      `${DH} 2026-01-01..2026-02-28 uiterlijk 2026-07-03 ROL_BEEINDIGD`,
    ]);
  });

  it('is late on its last day still when the term ended the day before', () => {
    const until = (tot: Day): unknown =>
      verplichtingverloop(feiten({ wachtsegmenten: [wacht('7', START, tot)] }))[0]?.teLaatSinds;
    expect([until('2026-07-03'), until('2026-07-04')]).toEqual([null, '2026-07-04']);
  });

  it('of the coördinator towards the dossierhouder exists while both roles are held and status 3 is over', () => {
    const rollen = [rol('2', DH, START), rol('1', CZT, '2026-02-01')];
    const wachtsegmenten = [wacht('3', START, '2026-02-28'), wacht('2', '2026-03-01')];
    expect(told({ rollen, wachtsegmenten })).toEqual([
      `${CZT} 2026-03-01.. uiterlijk 2026-08-31 LOOPT`,
      `${DH} 2026-01-01.. uiterlijk 2026-07-03 LOOPT`,
    ]);
  });

  it('is none without waiting', () => {
    expect(verplichtingverloop(feiten({ wachtsegmenten: [] }))).toEqual([]);
  });
});

describe('over random facts', () => {
  const SPAN = 40;
  const day = fc.integer({ min: 0, max: SPAN }).map((n) => addDays(START, n));
  const period = fc
    .tuple(day, fc.option(fc.integer({ min: 0, max: 15 }), { nil: null }))
    .map(([van, days]) => [van, days === null ? null : addDays(van, days)] as const);
  const facts = fc.record({
    rollen: fc.array(
      fc
        .tuple(fc.constantFrom('1' as const, '2' as const), fc.constantFrom(DH, OTHER), period)
        .map(([regierol, instelling, [van, tot]]) => rol(regierol, instelling, van, tot)),
      { maxLength: 5 },
    ),
    wachtsegmenten: fc.array(
      fc
        .tuple(fc.constantFrom('6' as const, '7' as const, '2' as const, '3' as const), period)
        .map(([status, [van, tot]]) => wacht(status, van, tot)),
      { maxLength: 4 },
    ),
    contacten: fc
      .array(fc.tuple(day, fc.constantFrom('CLIENT' as const, 'DOSSIERHOUDER' as const), fc.boolean()), {
        maxLength: 5,
      })
      .map((rows) =>
        rows.map(([datum, met, gesproken], n) =>
          contact(`c${n}`, datum, { met, gesproken, regierol: met === 'CLIENT' ? '2' : '1' }),
        ),
      ),
    normen: fc
      .uniqueArray(day, { maxLength: 3 })
      .map((days) => days.map((van, n) => norm(5 + n, van, { contactnormID: n }))),
  });

  it('one obligation counts on every day on which the duty lives, and says what the duty says', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const all = feiten(some);
        const regels = verplichtingverloop(all);
        for (const soort of VERPLICHTINGSOORTEN) {
          for (let n = 0; n <= SPAN + 20; n += 1) {
            const dag = addDays(START, n);
            const counting = regels
              .filter((regel) => regel.soort === soort && holdsOn(dag, regel.van, regel.tot))
              .map(({ instelling, begin, maxDagen, uiterlijk, laatsteContactID, teLaatSinds }) => ({
                instelling,
                begin,
                maxDagen,
                uiterlijk,
                laatsteContactID,
                late: teLaatSinds !== null && teLaatSinds <= dag,
              }));
            const duty = contactverplichting(soort, dag, all);
            expect(counting).toEqual(
              duty === null
                ? []
                : [
                    {
                      instelling: duty.instelling,
                      begin: duty.begin,
                      maxDagen: duty.maxDagen,
                      uiterlijk: duty.uiterlijk,
                      laatsteContactID: duty.laatsteContact?.contactmomentID ?? null,
                      late: duty.status === 'TE_LAAT',
                    },
                  ],
            );
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
