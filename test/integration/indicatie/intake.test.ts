import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startClientApp, type ClientApp } from '../client/client-app.js';
import { handedOn } from './handed-on.js';
import { herindicatie, record, zzp } from './records.js';
import { takeIn } from './take-in.js';

let app: ClientApp;

beforeAll(async () => {
  app = await startClientApp();
});

afterAll(() => app.close());

async function indicaties(clientID: string): Promise<Record<string, unknown>[]> {
  return app.sql(`select ingangsdatum, einddatum from indicatie where client_id = $1 order by ingangsdatum`, [
    clientID,
  ]);
}

describe('a file of indications', () => {
  it('comes out of the register as it went in', async () => {
    const incoming = record();
    expect(await takeIn(app, [incoming])).toMatchObject({ gelezen: 1, nieuw: 1, geweigerd: 0 });
    expect(await handedOn(app, incoming)).toEqual(incoming);
  });

  it('may leave keys out and carry keys we do not know', async () => {
    const { commentaar: _commentaar, wzd: _wzd, beperking: _beperking, ...rest } = record();
    expect(await takeIn(app, [{ ...rest, nieuwVeld: 'x' }])).toMatchObject({ nieuw: 1 });
    expect(await takeIn(app, [{ ...rest, commentaar: null, wzd: null, beperking: [] }])).toMatchObject({
      ongewijzigd: 1,
    });
  });

  it('stores nothing in a dry run, and says what it would have done', async () => {
    const incoming = record();
    expect(await takeIn(app, [incoming], { dryRun: true })).toMatchObject({ nieuw: 1 });
    expect(await indicaties(incoming.client.clientID)).toEqual([]);
  });

  it('keeps what a correction replaces', async () => {
    const incoming = record();
    await takeIn(app, [incoming]);
    const corrected = {
      ...incoming,
      meerzorg: '1',
      grondslag: incoming.grondslag.slice(0, 1),
      client: { ...incoming.client, leefeenheid: '3' },
    };
    expect(await takeIn(app, [corrected])).toMatchObject({ gewijzigd: 1, nieuw: 0 });
    expect(await takeIn(app, [corrected])).toMatchObject({ ongewijzigd: 1 });
    expect(await handedOn(app, incoming)).toEqual(corrected);
    const { wlzindicatieID } = incoming;
    expect(
      await app.sql(`select meerzorg from indicatie_historie where wlz_indicatie_id = $1`, [wlzindicatieID]),
    ).toEqual([{ meerzorg: '2' }]);
    expect(
      await app.sql(`select grondslag from grondslag_historie where wlz_indicatie_id = $1`, [wlzindicatieID]),
    ).toEqual([{ grondslag: '01' }]);
    expect(
      await app.sql(`select leefeenheid from client_historie where client_id = $1`, [
        incoming.client.clientID,
      ]),
    ).toEqual([{ leefeenheid: '1' }]);
  });

  it('can shift the periods of two profiles within one indication', async () => {
    const [first, second] = [zzp({ einddatum: '2025-12-31' }), zzp({ ingangsdatum: '2026-01-01' })];
    const incoming = record({ indicatie: { geindiceerdZorgzwaartepakket: [first, second] } });
    await takeIn(app, [incoming]);
    const shifted = {
      ...incoming,
      geindiceerdZorgzwaartepakket: [
        { ...first, einddatum: '2026-03-31' },
        { ...second, ingangsdatum: '2026-04-01' },
      ],
    };
    expect((await takeIn(app, [shifted])).refusals).toEqual([]);
    expect((await takeIn(app, [incoming])).refusals).toEqual([]);
    expect(await handedOn(app, incoming)).toEqual(incoming);
  });

  it('leaves contact persons alone that the office added itself', async () => {
    const incoming = record();
    await takeIn(app, [incoming]);
    const own = { ...incoming.client.contactPersoon[0], contactPersoonID: randomUUID(), contactGegevens: [] };
    await takeIn(app, [{ ...incoming, client: { ...incoming.client, contactPersoon: [own] } }]);
    expect(await takeIn(app, [incoming])).toMatchObject({ ongewijzigd: 1 });
    expect(
      await app.sql(`select 1 from contactpersoon where client_id = $1`, [incoming.client.clientID]),
    ).toHaveLength(2);
  });
});

describe('since when the register knows', () => {
  const OP = 'select geregistreerd_op as op from indicatie where wlz_indicatie_id = $1';

  it('is now', async () => {
    const incoming = record();
    await takeIn(app, [incoming]);
    expect(await app.sql(OP, [incoming.wlzindicatieID])).toEqual([{ op: app.proces.now }]);
  });

  it('is the day of the decision on a first load of history, and now for a correction', async () => {
    const incoming = record({ indicatie: { ingangsdatum: '2025-07-10' } });
    await takeIn(app, [incoming], { bekendOp: 'VASTSTELLING' });
    expect(await app.sql(OP, [incoming.wlzindicatieID])).toEqual([{ op: '2025-07-09T22:00:00.000Z' }]);
    await takeIn(app, [{ ...incoming, meerzorg: '1' }], { bekendOp: 'VASTSTELLING' });
    expect(await app.sql(OP, [incoming.wlzindicatieID])).toEqual([{ op: app.proces.now }]);
  });
});

describe('T9: a new indication', () => {
  it('ends the running one on the day before, and the file can be read again without change', async () => {
    const first = record();
    const second = herindicatie(first, { ingangsdatum: '2026-04-01' });
    await takeIn(app, [first]);
    expect(await takeIn(app, [second])).toMatchObject({ nieuw: 1 });
    const expected = [
      { ingangsdatum: '2025-02-01', einddatum: '2026-03-31' },
      { ingangsdatum: '2026-04-01', einddatum: null },
    ];
    expect(await indicaties(first.client.clientID)).toEqual(expected);
    expect(await takeIn(app, [first, second])).toMatchObject({ ongewijzigd: 2 });
    expect(await indicaties(first.client.clientID)).toEqual(expected);
  });

  it('does so inside one file too, also when the older one comes last', async () => {
    const first = record();
    const second = herindicatie(first, { ingangsdatum: '2026-04-01' });
    expect((await takeIn(app, [second, first])).refusals).toEqual([]);
    expect(await indicaties(first.client.clientID)).toMatchObject([
      { einddatum: '2026-03-31' },
      { einddatum: null },
    ]);
  });

  it('does not let an older decision overwrite how the client is now', async () => {
    const first = record();
    const second = herindicatie(first, { ingangsdatum: '2026-04-01' });
    const moved = { ...second, client: { ...second.client, leefeenheid: '7' } };
    await takeIn(app, [first, moved]);
    expect(await takeIn(app, [first, moved])).toMatchObject({ ongewijzigd: 2 });
    expect(
      await app.sql(`select leefeenheid from client where client_id = $1`, [first.client.clientID]),
    ).toEqual([{ leefeenheid: '7' }]);
  });

  it('on the same day as another is refused', async () => {
    const first = record();
    const { refusals } = await takeIn(app, [
      first,
      herindicatie(first, { ingangsdatum: first.ingangsdatum }),
    ]);
    expect(refusals).toMatchObject([{ regel: 'T9', bron: 'OP021', pad: ['ingangsdatum'] }]);
  });
});

describe('the log of an import', () => {
  it('has one line per client that changed', async () => {
    const incoming = record();
    await takeIn(app, [incoming]);
    await takeIn(app, [incoming]);
    await takeIn(app, [{ ...incoming, meerzorg: '1' }]);
    expect(
      await app.sql(
        `select actie, gebruiker, operatie from logregel where client_id = $1 order by logregel_id`,
        [incoming.client.clientID],
      ),
    ).toEqual([
      { actie: 'C', gebruiker: 'proces:proef', operatie: 'import indicaties' },
      { actie: 'U', gebruiker: 'proces:proef', operatie: 'import indicaties' },
    ]);
  });
});
