import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Antwoord, type Vrager } from './register.js';
import {
  aanbieder,
  aantal,
  allesGeweigerd,
  begin,
  clientID,
  data,
  einde,
  gegevens,
  indicatie,
  kantoor,
  register,
  vraag,
  zoek,
} from './slechte-invoer.js';

beforeAll(begin);
afterAll(einde);

const LIJSTEN: readonly (readonly [string, string])[] = [
  ['wachtlijst', 'bemiddelingspecificatieID'],
  ['clienten', 'clientID'],
  ['contactverplichtingen', 'bemiddelingID'],
];

describe('records of others', () => {
  it('B38: from an own client to what others share, and back to clients', async () => {
    const antwoord = await vraag(
      aanbieder,
      `{ clienten(first: 20) { edges { node { bemiddelingen { dossierhouder { zorgaanbieder { naam } }
        indicatie { bemiddelingen { client { naam indicaties { client { naam } } } } } } } } } }`,
    );
    expect(antwoord.status).toBe(200);
  });

  it.each(LIJSTEN)('B41: a cursor of %s gives no rights, and no way in when edited', async (lijst, veld) => {
    const pagina = (vrager: Vrager, after: string | null): Promise<Antwoord> =>
      vraag(
        vrager,
        `query ($after: String) { ${lijst}(first: 1, after: $after) { pageInfo { endCursor } edges { node { ${veld} } } } }`,
        { after },
      );
    const eigen = await pagina(kantoor, null);
    const cursor =
      (data(eigen, lijst) as { pageInfo: { endCursor: string | null } }).pageInfo.endCursor ?? '';
    expect(cursor).not.toBe('');
    await pagina(aanbieder, cursor);
    const values = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const vervalst = [
      ...values.map((_, i) => values.map((value, j) => (i === j ? `' or 1=1 --` : value))),
      [...values, 1],
      values.map(() => null),
      values.map(() => ({})),
    ].map((one) => Buffer.from(JSON.stringify(one)).toString('base64url'));
    for (const after of [...vervalst, 'x', '', '!', 'a'.repeat(5_000)]) await pagina(aanbieder, after);
  });

  it('B42: an input takes no field that is not its own', async () => {
    const base = await gegevens();
    await allesGeweigerd(
      'updateClientgegevens',
      ['id', 'versie', 'bsn', 'aanbiederId', 'geregistreerdDoor', 'deletedAt', 'constructor'].map(
        (extra) => ({
          ...base,
          commentaar: 'Proef',
          [extra]: '1',
        }),
      ),
    );
  });
});

describe('a BSN', () => {
  const SLECHT = [
    '123456789',
    '000000000',
    '99999001',
    '9999900199',
    '1e8',
    '99999 0019',
    '999.990.019',
    ' 999990019',
    '９９９９９００１９',
    '',
  ];

  it('B45: that is none is refused and not repeated', async () => {
    await allesGeweigerd(
      'registerIndicatie',
      SLECHT.map((bsn) => indicatie({ bsn })),
    );
    for (const bsn of SLECHT) {
      const antwoord = await zoek({ bsn });
      expect([bsn, aantal(antwoord) ?? 0]).toEqual([bsn, 0]);
      const inhoud = antwoord.tekst.split('\n\n').at(-1) ?? '';
      if (bsn.trim().length > 3) expect(inhoud).not.toContain(bsn);
    }
  });

  it('B46: is text: no number is taken, and a leading zero stays', async () => {
    const getal = await vraag(kantoor, '{ clienten(filter: { bsn: 12345672 }) { totalCount } }');
    expect(getal.status).toBe(400);
    expect(getal.tekst).not.toContain('12345672');
    const { rows } = await register.superuser.query<{ bsn: string }>(
      'select bsn from client where client_id = $1',
      [clientID],
    );
    await register.superuser.query('update client set bsn = $2 where client_id = $1', [
      clientID,
      '012345672',
    ]);
    const gevonden = await vraag(
      kantoor,
      '{ clienten(filter: { bsn: "012345672" }) { edges { node { clientID bsn } } } }',
    );
    expect(data(gevonden, 'clienten')).toEqual({ edges: [{ node: { clientID, bsn: '012345672' } }] });
    await register.superuser.query('update client set bsn = $2 where client_id = $1', [
      clientID,
      rows[0]?.bsn,
    ]);
  });

  it('B47: a provider learns of no BSN by creating; the register is no provider’s to add to', async () => {
    const { bsn } = register.sporen.vreemde(aanbieder);
    const antwoorden = [];
    for (const one of [bsn, '999911120']) {
      const mutation = `mutation ($input: RegisterIndicatieInput!) { registerIndicatie(input: $input) { __typename } }`;
      antwoorden.push((await vraag(aanbieder, mutation, { input: indicatie({ bsn: one }) })).body);
    }
    expect(antwoorden[0]).toEqual(antwoorden[1]);
  });

  it('B48: in the name of an operation, the address or a header comes back nowhere', async () => {
    const bsn = '999911120';
    const response = await fetch(`${register.app.url}?bsn=${bsn}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-bsn': bsn },
      body: JSON.stringify({ query: `query z${bsn} { ik { sub } }`, operationName: `z${bsn}` }),
    });
    const headers = JSON.stringify([...response.headers]);
    expect(`${headers}${await response.text()}`).not.toContain(bsn);
    const { rows } = await register.superuser.query('select 1 from logregel l where l::text ~ $1', [bsn]);
    expect(rows).toEqual([]);
  });
});
