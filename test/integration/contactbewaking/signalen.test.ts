import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Contactbewaking } from '../../../src/modules/contactbewaking/index.js';
import { addDays, type Day } from '../../../src/platform/clock/index.js';
import { Taakrunner } from '../../../src/platform/scheduling/index.js';
import { HandClock } from '../scheduling/instances.js';
import type { Geplant } from './planter.js';
import { BEUK, LINDE, openRegister, TODAY, zorgaanbieder, type Register } from './register.js';

let register: Register;

beforeAll(async () => {
  register = await openRegister();
});

afterAll(() => register.close());

/** Nobody waits any more, and nothing was flagged. */
beforeEach(async () => {
  await register.sql('delete from contactsignaal');
  await register.sql('delete from wachtlijstplaats');
  await register.follow();
});

const run = (dag: Day = TODAY): Promise<unknown> =>
  register.app
    .get(Taakrunner, { strict: false })
    .runDag(register.app.get(Contactbewaking, { strict: false }).taak, dag);

interface Signaal {
  readonly soort: string;
  readonly uiterlijk: Day;
  readonly vastgesteld: Day;
  readonly ingetrokken: Day | null;
}

const signals = ({ bemiddelingID }: Geplant): Promise<Signaal[]> =>
  register.sql<Signaal>(
    `select verplichting as soort, aanleiding::text as uiterlijk, vastgesteld_op::text as vastgesteld,
       ingetrokken_op::text as ingetrokken
     from contactsignaal where bemiddeling_id = $1 and soort = 'TE_LAAT' order by verplichting, aanleiding`,
    [bemiddelingID],
  );

describe('the daily look at the contact duties', () => {
  it('records a transition once per duty and due date, with the client in the log', async () => {
    const late = await register.plant.wachtende();
    await register.plant.wachtende({ wacht: [['7', '2026-10-01']] });
    expect(await run('2026-07-03')).toEqual({ nieuw: 0, ingetrokken: 0 });
    expect(await run('2026-07-04')).toEqual({ nieuw: 1, ingetrokken: 0 });
    expect(await run('2026-07-04')).toEqual({ nieuw: 0, ingetrokken: 0 });
    expect(await run(TODAY)).toEqual({ nieuw: 0, ingetrokken: 0 });
    expect(await signals(late)).toEqual([
      {
        soort: 'DOSSIERHOUDER_CLIENT',
        uiterlijk: '2026-07-03',
        vastgesteld: '2026-07-04',
        ingetrokken: null,
      },
    ]);
    const log = await register.sql(
      `select gebruiker, rol, operatie, actie from logregel where client_id = $1 order by logregel_id`,
      [late.clientID],
    );
    const who = { gebruiker: 'proces:contactbewaking', rol: 'SYSTEEM', operatie: 'job contactbewaking' };
    // On the 3rd that the day comes near; on the 4th that this ended and it is late; later what grew out of that.
    expect(log).toEqual(['C', 'U', 'C', 'C'].map((actie) => ({ ...who, actie })));
  });

  it.each([
    ['NADERT', 'thirty days before the due date', '2025-06-03'],
    ['TE_LAAT', 'on the day after it', '2025-07-04'],
    ['ESCALATIE', 'fourteen days after it', '2025-07-17'],
    ['JAARNORM_NIET_GEHAALD', 'when a year and a day are over', '2026-01-02'],
  ])('says %s %s and not a day earlier', async (soort, _when, dag) => {
    const since = '2025-01-01';
    const { bemiddelingID } = await register.plant.wachtende({
      wacht: [['7', since]],
      dossierhouders: [[LINDE, since]],
    });
    const recorded = (): Promise<unknown[]> =>
      register.sql(
        `select vastgesteld_op::text as op from contactsignaal where bemiddeling_id = $1 and soort = $2`,
        [bemiddelingID, soort],
      );
    await run(addDays(dag, -1));
    expect(await recorded()).toEqual([]);
    await run(dag);
    expect(await recorded()).toEqual([{ op: dag }]);
  });

  it('records the next due date after a contact, and leaves the former signal as it was right', async () => {
    const late = await register.plant.wachtende({
      wacht: [['7', '2025-01-01']],
      dossierhouders: [[LINDE, '2025-01-01']],
    });
    expect(await run('2025-07-04')).toEqual({ nieuw: 1, ingetrokken: 0 });
    await register.plant.contact(late.bemiddelingID, '2025-07-10');
    expect(await run('2026-01-08')).toEqual({ nieuw: 0, ingetrokken: 0 });
    expect(await run('2026-01-10')).toEqual({ nieuw: 1, ingetrokken: 0 });
    expect((await signals(late)).map(({ uiterlijk, ingetrokken }) => [uiterlijk, ingetrokken])).toEqual([
      ['2025-07-03', null],
      ['2026-01-09', null],
    ]);
  });

  it('withdraws a signal that a contact entered late proves wrong, and reinstates it when that was a mistake', async () => {
    const late = await register.plant.wachtende();
    expect(await run()).toEqual({ nieuw: 1, ingetrokken: 0 });
    const contactmomentID = await register.contacten.recordContactmoment(zorgaanbieder(LINDE), {
      ...late,
      datum: '2026-06-30',
      regierol: '2',
      met: 'CLIENT',
      vorm: 'TELEFOON',
      gesproken: true,
    });
    expect(await run()).toEqual({ nieuw: 0, ingetrokken: 1 });
    expect(await run()).toEqual({ nieuw: 0, ingetrokken: 0 });
    expect((await signals(late)).map(({ ingetrokken }) => ingetrokken)).toEqual([TODAY]);
    await register.contacten.correctContactmoment(zorgaanbieder(LINDE), {
      contactmomentID,
      gesproken: false,
    });
    expect(await run()).toEqual({ nieuw: 1, ingetrokken: 0 });
    expect(await run()).toEqual({ nieuw: 0, ingetrokken: 0 });
    expect((await signals(late)).map(({ ingetrokken }) => ingetrokken)).toEqual([null]);
  });

  it('keeps a signal that was right when a contact was too late, the duty ended or the norm was tightened', async () => {
    const spoken = await register.plant.wachtende({ wacht: [['6', '2026-01-01']] });
    await register.plant.norm('6', 30, '2026-10-20');
    expect(await run('2026-10-20')).toEqual({ nieuw: 1, ingetrokken: 0 });
    expect(await run('2026-10-21')).toEqual({ nieuw: 0, ingetrokken: 0 });
    expect(await signals(spoken)).toMatchObject([{ uiterlijk: '2026-01-31', vastgesteld: '2026-10-20' }]);
    await register.plant.contact(spoken.bemiddelingID, '2026-10-25');
    await register.sql(`update wachtlijstplaats set tot = '2026-10-28' where bemiddeling_id = $1`, [
      spoken.bemiddelingID,
    ]);
    await register.follow();
    expect(await run()).toEqual({ nieuw: 0, ingetrokken: 0 });
  });

  it('computes on the first day of a norm what nobody computed before, and then judges', async () => {
    const since = '2026-06-01';
    const waiting = await register.plant.wachtende({
      wacht: [['2', since]],
      dossierhouders: [[LINDE, since]],
    });
    await register.sql(
      `insert into contactnorm (regierol, tegenpartij, leveringsstatus, max_dagen, geldig_vanaf, bron)
       values ('2', 'CLIENT', '2', 30, '2026-10-10', 'proef')`,
    );
    expect(await run('2026-10-10')).toEqual({ nieuw: 1, ingetrokken: 0 });
    expect(await signals(waiting)).toMatchObject([{ uiterlijk: '2026-07-01', vastgesteld: '2026-10-10' }]);
  });

  it('withdraws a signal on a duty that never was', async () => {
    const mistake = await register.plant.wachtende();
    expect(await run()).toEqual({ nieuw: 1, ingetrokken: 0 });
    await register.sql('delete from wachtlijstplaats where bemiddeling_id = $1', [mistake.bemiddelingID]);
    await register.follow();
    expect(await run()).toEqual({ nieuw: 0, ingetrokken: 1 });
    expect(await run()).toEqual({ nieuw: 0, ingetrokken: 0 });
  });

  it('passes the duty on at a hand-over without a second signal', async () => {
    const passed = await register.plant.wachtende({
      dossierhouders: [
        [LINDE, '2026-01-01', '2026-09-01'],
        [BEUK, '2026-09-01'],
      ],
    });
    expect(await run('2026-08-01')).toEqual({ nieuw: 1, ingetrokken: 0 });
    expect(await run('2026-10-01')).toEqual({ nieuw: 0, ingetrokken: 0 });
    expect(await signals(passed)).toHaveLength(1);
  });
});

describe('several instances, and downtime', () => {
  let own: Register;
  let due: Geplant[];

  beforeAll(async () => {
    own = await openRegister(new HandClock('2026-07-01T08:00:00.000Z'));
    // Due on 2, 3 and 4 July, one of each day, and fifty on the 3rd.
    const begins = [
      '2025-12-31',
      '2026-01-01',
      '2026-01-02',
      ...Array.from({ length: 50 }, () => '2026-01-01'),
    ];
    due = [];
    for (const begin of begins) {
      due.push(await own.plant.wachtende({ dossierhouders: [[LINDE, begin]], wacht: [['7', begin]] }));
    }
    await own.app
      .get(Taakrunner, { strict: false })
      .haalIn(own.app.get(Contactbewaking, { strict: false }).taak);
  });

  afterAll(() => own.close());

  it('record each transition once, each under the day that was missed', async () => {
    const instances = await Promise.all(
      [1, 2, 3].map(() => own.another(new HandClock('2026-07-05T08:00:00.000Z'))),
    );
    await Promise.all(
      instances.map(async (app) => {
        const runner = app.get(Taakrunner, { strict: false });
        const { taak } = app.get(Contactbewaking, { strict: false });
        while (!(await runner.haalIn(taak)));
      }),
    );
    const perDay = await own.sql(
      `select aanleiding::text as uiterlijk, vastgesteld_op::text as op, count(*)::int as aantal from contactsignaal
       where soort = 'TE_LAAT' group by 1, 2 order by 1`,
    );
    expect(perDay).toEqual([
      { uiterlijk: '2026-07-02', op: '2026-07-03', aantal: 1 },
      { uiterlijk: '2026-07-03', op: '2026-07-04', aantal: 51 },
      { uiterlijk: '2026-07-04', op: '2026-07-05', aantal: 1 },
    ]);
    const runs = await own.sql(
      `select to_char(gepland_op, 'MM-DD') as dag, resultaat -> 'nieuw' as nieuw from taakrun order by gepland_op`,
    );
    expect(runs).toEqual([
      { dag: '07-01', nieuw: 0 },
      { dag: '07-02', nieuw: 0 },
      { dag: '07-03', nieuw: 1 },
      { dag: '07-04', nieuw: 51 },
      { dag: '07-05', nieuw: 1 },
    ]);
    expect(due).toHaveLength(53);
    // The day before the standstill, and today: those in between send nothing.
    expect(
      await own.sql(`select ontvanger, inhoud ->> 'dag' as dag from bericht order by volgnummer`),
    ).toEqual([
      { ontvanger: LINDE, dag: '2026-07-01' },
      { ontvanger: LINDE, dag: '2026-07-05' },
    ]);
  });

  it('count between them what there is, when they look at the same day by hand at the same moment', async () => {
    await own.sql('delete from contactsignaal');
    const instances = await Promise.all(
      [1, 2, 3].map(() => own.another(new HandClock('2026-07-05T08:00:00.000Z'))),
    );
    const results = await Promise.all(
      instances.map((app) =>
        app
          .get(Taakrunner, { strict: false })
          .runDag(app.get(Contactbewaking, { strict: false }).taak, '2026-07-05'),
      ),
    );
    expect(results.map(({ nieuw }) => Number(nieuw)).sort((a, b) => a - b)).toEqual([0, 0, 53]);
  });
});
