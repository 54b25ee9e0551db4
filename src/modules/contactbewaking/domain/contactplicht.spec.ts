import { describe, expect, it } from '@jest/globals';
import type { Contactnorm } from './contactnorm.js';
import { contactverplichting, type Contactgegevens } from './contactplicht.js';
import type { Contact, Rolperiode, Verplichtingsoort, Wachtsegment } from './verplichting.js';

const DH = '99000001';
const NEW_DH = '99000002';
const CZT = '99000003';
const CLIENT: Verplichtingsoort = 'DOSSIERHOUDER_CLIENT';
const COORDINATOR: Verplichtingsoort = 'COORDINATOR_DOSSIERHOUDER';

const holder = (
  regierol: '1' | '2',
  instelling: string,
  ingangsdatum: string,
  einddatum: string | null = null,
): Rolperiode => ({ regierol, instelling, ingangsdatum, einddatum });

const waiting = (
  leveringsstatus: '6' | '7' | '2' | '3',
  van: string,
  tot: string | null = null,
  classificatie = '11',
): Wachtsegment => ({
  van,
  tot,
  leveringsstatus,
  classificatie,
  rang: { 6: 1, 7: 2, 2: 3, 3: 4 }[leveringsstatus],
});

const contact = (datum: string, rest: Partial<Contact> = {}): Contact => ({
  contactmomentID: `00000000-0000-4000-8000-${datum.replaceAll('-', '').padStart(12, '0')}`,
  datum,
  instelling: DH,
  regierol: '2',
  met: 'CLIENT',
  gesproken: true,
  ...rest,
});

const norm = (maxDagen: number, rest: Partial<Contactnorm> = {}): Contactnorm => ({
  regierol: '2',
  tegenpartij: 'CLIENT',
  leveringsstatus: '7',
  classificatie: null,
  maxDagen,
  geldigVanaf: '2020-01-01',
  geldigTot: null,
  ...rest,
});

const given = (rest: Partial<Contactgegevens> = {}): Contactgegevens => ({
  rollen: [holder('2', DH, '2026-01-01')],
  wachtsegmenten: [waiting('7', '2026-01-01')],
  contacten: [],
  normen: [],
  ...rest,
});

describe('the duty of the dossierhouder towards the client', () => {
  it.each(['6', '7', '2', '3'] as const)('exists while the client waits with status %s', (status) => {
    expect(
      contactverplichting(CLIENT, '2026-02-01', given({ wachtsegmenten: [waiting(status, '2026-01-01')] })),
    ).toMatchObject({ soort: CLIENT, instelling: DH, status: 'OPEN' });
  });

  it('does not exist without a dossierhouder on that day, nor without a row on the waiting list', () => {
    expect(
      contactverplichting(CLIENT, '2026-02-01', given({ rollen: [holder('1', CZT, '2026-01-01')] })),
    ).toBeNull();
    expect(
      contactverplichting(
        CLIENT,
        '2026-02-01',
        given({ rollen: [holder('2', DH, '2026-01-01', '2026-01-31')] }),
      ),
    ).toBeNull();
    expect(
      contactverplichting(
        CLIENT,
        '2026-02-01',
        given({ wachtsegmenten: [waiting('7', '2026-01-01', '2026-01-31')] }),
      ),
    ).toBeNull();
  });

  it('is due 183 days after it began, and late from the day after', () => {
    expect(contactverplichting(CLIENT, '2026-07-03', given())).toMatchObject({
      begin: '2026-01-01',
      uiterlijk: '2026-07-03',
      status: 'OPEN',
      dagenTeLaat: 0,
      laatsteContact: null,
    });
    expect(contactverplichting(CLIENT, '2026-07-04', given())).toMatchObject({
      status: 'TE_LAAT',
      dagenTeLaat: 1,
    });
  });

  it('is due 183 days after the last contact that counts, also across 29 February', () => {
    const last = contact('2024-02-29');
    const data = given({
      rollen: [holder('2', DH, '2023-01-01')],
      wachtsegmenten: [waiting('7', '2023-01-01')],
      contacten: [contact('2024-01-15'), last],
    });
    expect(contactverplichting(CLIENT, '2024-03-01', data)).toMatchObject({
      uiterlijk: '2024-08-30',
      laatsteContact: last,
    });
  });
});

describe('the duty of the coördinator towards the dossierhouder', () => {
  const both = [holder('1', CZT, '2026-01-01'), holder('2', DH, '2026-01-10')];

  it('exists while both roles are held and the client waits with 6, 7 or 2, and begins with the later role', () => {
    expect(contactverplichting(COORDINATOR, '2026-02-01', given({ rollen: both }))).toMatchObject({
      instelling: CZT,
      begin: '2026-01-10',
    });
  });

  it('exists as well when one provider holds both roles', () => {
    const rollen = [holder('1', DH, '2026-01-01'), holder('2', DH, '2026-01-01')];
    expect(contactverplichting(COORDINATOR, '2026-02-01', given({ rollen }))).toMatchObject({
      instelling: DH,
    });
  });

  it('does not exist under wacht uit voorzorg, nor when one of the roles is not held', () => {
    const voorzorg = given({ rollen: both, wachtsegmenten: [waiting('3', '2026-01-01')] });
    expect(contactverplichting(COORDINATOR, '2026-02-01', voorzorg)).toBeNull();
    expect(contactverplichting(COORDINATOR, '2026-02-01', given())).toBeNull();
  });

  it('begins anew when wacht uit voorzorg came between', () => {
    const wachtsegmenten = [
      waiting('7', '2026-01-01', '2026-03-31'),
      waiting('3', '2026-04-01', '2026-04-30'),
      waiting('2', '2026-05-01'),
    ];
    const data = given({ rollen: both, wachtsegmenten });
    expect(contactverplichting(COORDINATOR, '2026-06-01', data)).toMatchObject({ begin: '2026-05-01' });
    expect(contactverplichting(CLIENT, '2026-06-01', data)).toMatchObject({ begin: '2026-01-10' });
  });
});

describe('when the term begins', () => {
  it('a hand-over does not restart it, with a day of overlap or from one day to the next; the newest holder bears it', () => {
    for (const start of ['2026-03-01', '2026-03-02']) {
      const rollen = [holder('2', DH, '2026-01-01', '2026-03-01'), holder('2', NEW_DH, start)];
      expect(contactverplichting(CLIENT, '2026-03-02', given({ rollen }))).toMatchObject({
        begin: '2026-01-01',
        instelling: NEW_DH,
      });
    }
    const overlap = [holder('2', NEW_DH, '2026-03-01'), holder('2', DH, '2026-01-01', '2026-03-01')];
    expect(contactverplichting(CLIENT, '2026-03-01', given({ rollen: overlap }))?.instelling).toBe(NEW_DH);
  });

  it('a day without holder does restart it', () => {
    const rollen = [holder('2', DH, '2026-01-01', '2026-03-01'), holder('2', NEW_DH, '2026-03-03')];
    expect(contactverplichting(CLIENT, '2026-04-01', given({ rollen }))?.begin).toBe('2026-03-03');
  });

  it('waiting goes on over several rows and over changes of status, and a day off the list restarts it', () => {
    const unbroken = [
      waiting('3', '2026-01-01', '2026-02-28'),
      waiting('6', '2026-02-15', '2026-03-31'),
      waiting('7', '2026-04-01'),
    ];
    expect(contactverplichting(CLIENT, '2026-05-01', given({ wachtsegmenten: unbroken }))?.begin).toBe(
      '2026-01-01',
    );
    const broken = [waiting('7', '2026-01-01', '2026-02-28'), waiting('7', '2026-03-02')];
    expect(contactverplichting(CLIENT, '2026-05-01', given({ wachtsegmenten: broken }))?.begin).toBe(
      '2026-03-02',
    );
  });
});

describe('which contacts count', () => {
  const begin = '2026-01-01';
  const lastOf = (contacten: Contact[], rollen?: Rolperiode[]): string | null | undefined => {
    const duty = contactverplichting(CLIENT, '2026-05-01', given({ contacten, ...(rollen && { rollen }) }));
    return duty?.laatsteContact?.datum ?? null;
  };

  it('with the client or the contact person, spoken, from the first day of the term up to the day itself', () => {
    expect(lastOf([contact(begin)])).toBe(begin);
    expect(lastOf([contact('2026-05-01', { met: 'CONTACTPERSOON' })])).toBe('2026-05-01');
    expect(lastOf([contact('2025-12-31')])).toBeNull();
    expect(lastOf([contact('2026-05-02')])).toBeNull();
    expect(lastOf([contact('2026-02-01', { gesproken: false })])).toBeNull();
  });

  it('by the role itself: not by another provider, and not in the other role', () => {
    expect(lastOf([contact('2026-02-01', { instelling: NEW_DH })])).toBeNull();
    expect(lastOf([contact('2026-02-01', { regierol: '1' })])).toBeNull();
  });

  it('by whoever held the role on the day of the contact; on a hand-over day by either', () => {
    const rollen = [holder('2', DH, '2026-01-01', '2026-03-01'), holder('2', NEW_DH, '2026-03-01')];
    expect(lastOf([contact('2026-02-01')], rollen)).toBe('2026-02-01');
    expect(lastOf([contact('2026-03-01')], rollen)).toBe('2026-03-01');
    expect(lastOf([contact('2026-03-01', { instelling: NEW_DH })], rollen)).toBe('2026-03-01');
    expect(lastOf([contact('2026-03-02')], rollen)).toBeNull();
    expect(lastOf([contact('2026-02-28', { instelling: NEW_DH })], rollen)).toBeNull();
  });

  it('for the coördinator only those with the dossierhouder', () => {
    const data = (met: Contact['met']): Contactgegevens =>
      given({
        rollen: [holder('1', CZT, '2026-01-01'), holder('2', DH, '2026-01-01')],
        contacten: [contact('2026-02-01', { instelling: CZT, regierol: '1', met })],
      });
    expect(contactverplichting(COORDINATOR, '2026-05-01', data('DOSSIERHOUDER'))?.uiterlijk).toBe(
      '2026-08-03',
    );
    expect(contactverplichting(COORDINATOR, '2026-05-01', data('CLIENT'))?.laatsteContact).toBeNull();
  });

  it('of two contacts on one day the answer names the same one, whatever their order', () => {
    const a = contact('2026-02-01', { contactmomentID: '0000000a-0000-4000-8000-000000000000' });
    const b = contact('2026-02-01', { contactmomentID: '0000000b-0000-4000-8000-000000000000' });
    for (const contacten of [
      [a, b],
      [b, a],
    ]) {
      expect(contactverplichting(CLIENT, '2026-05-01', given({ contacten }))?.laatsteContact).toBe(b);
    }
  });
});

describe('the norm', () => {
  it('of the most urgent status of that day counts', () => {
    const wachtsegmenten = [waiting('7', '2026-01-01'), waiting('6', '2026-02-01', '2026-02-28', '06')];
    const normen = [norm(90), norm(10, { leveringsstatus: '6' })];
    const due = (dag: string) =>
      contactverplichting(CLIENT, dag, given({ wachtsegmenten, normen }))?.uiterlijk;
    expect(due('2026-02-10')).toBe('2026-01-11');
    expect(due('2026-03-10')).toBe('2026-04-01');
  });

  it('of a change holds from its first valid day', () => {
    const normen = [norm(183, { geldigTot: '2026-03-31' }), norm(60, { geldigVanaf: '2026-04-01' })];
    expect(contactverplichting(CLIENT, '2026-03-31', given({ normen }))).toMatchObject({
      status: 'OPEN',
      maxDagen: 183,
    });
    expect(contactverplichting(CLIENT, '2026-04-01', given({ normen }))).toMatchObject({
      status: 'TE_LAAT',
      maxDagen: 60,
      dagenTeLaat: 30,
    });
  });
});

describe('twice in a year', () => {
  const rollen = [holder('2', DH, '2025-01-01')];
  const wachtsegmenten = [waiting('7', '2025-01-01')];
  const gehaald = (dag: string, dagen: string[]): boolean | null | undefined =>
    contactverplichting(
      CLIENT,
      dag,
      given({ rollen, wachtsegmenten, contacten: dagen.map((d) => contact(d)) }),
    )?.jaarnormGehaald;

  it('is unknown while the duty is younger than 366 days', () => {
    expect(gehaald('2026-01-01', ['2025-03-01', '2025-08-01'])).toBeNull();
    expect(gehaald('2026-01-02', ['2025-03-01', '2025-08-01'])).toBe(true);
  });

  it('asks two counted contacts in the last 366 days, the first day of them excluded', () => {
    expect(gehaald('2026-06-01', ['2025-06-01', '2026-01-10'])).toBe(true);
    expect(gehaald('2026-06-01', ['2025-05-31', '2026-01-10'])).toBe(false);
    expect(gehaald('2026-06-01', ['2026-01-10'])).toBe(false);
  });
});
