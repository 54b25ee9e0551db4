import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
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

describe('text', () => {
  const bewaar = async (commentaar: string): Promise<string | null> => {
    const input = { ...(await gegevens()), commentaar };
    const antwoord = await vraag(
      kantoor,
      `mutation ($input: UpdateClientgegevensInput!) { updateClientgegevens(input: $input) {
         __typename ... on Client { commentaar } ... on Weigering { melding } } }`,
      { input },
    );
    const node = data(antwoord, 'updateClientgegevens') as { __typename: string; commentaar?: string | null };
    expect(node).toMatchObject({ __typename: 'Client' });
    const { rows } = await register.superuser.query<{ commentaar: string | null }>(
      'select commentaar from client where client_id = $1',
      [clientID],
    );
    expect(node.commentaar ?? null).toBe(rows[0]?.commentaar ?? null);
    return node.commentaar ?? null;
  };

  it('B49, B50, B52: with a NUL, half a pair, controls or marks of direction is refused', async () => {
    const slecht = ['a\u0000', '\ud800', 'a\u202eb', 'a\u200bb', 'a\u2066b', '\u001b[31m'];
    const base = await gegevens();
    await allesGeweigerd(
      'updateClientgegevens',
      slecht.map((commentaar) => ({ ...base, commentaar })),
    );
    await allesGeweigerd(
      'registerIndicatie',
      slecht.map((geslachtsnaam) => indicatie({ geslachtsnaam })),
    );
    for (const naam of slecht) expect(aantal(await zoek({ naam })) ?? 0).toBe(0);
    // In an enum, and written in the document itself.
    const enumeratie = await vraag(
      kantoor,
      'query ($w: [Wachtstatus!]) { wachtlijst(filter: { wachtstatus: $w }) { totalCount } }',
      {
        w: ['\u0000'],
      },
    );
    expect(enumeratie.status).toBe(400);
    expect((await vraag(kantoor, '{ clienten(filter: { naam: "\\u0000" }) { totalCount } }')).status).toBe(
      400,
    );
    expect((await vraag(kantoor, '{ clienten(filter: { naam: "\\ud800" }) { totalCount } }')).status).toBe(
      400,
    );
  });

  it('B51: composed and decomposed are one name', async () => {
    await register.superuser.query(`update client set geslachtsnaam = 'Zo\u00ebmans' where client_id = $1`, [
      clientID,
    ]);
    expect(aantal(await zoek({ naam: 'Zo\u00ebmans' }))).toBe(1);
    expect(aantal(await zoek({ naam: 'Zoe\u0308mans' }))).toBe(1);
    expect(await bewaar('Zoe\u0308')).toBe('Zo\u00eb');
  });

  it('B52: marks without end are too long; a family of emoji is kept as it is', async () => {
    await allesGeweigerd('registerIndicatie', [indicatie({ geslachtsnaam: `e${'\u0301'.repeat(10_000)}` })]);
    expect(await bewaar('👨‍👩‍👧')).toBe('👨‍👩‍👧');
  });

  it('B53: of 90 kB and of 1 MB is refused', async () => {
    const base = await gegevens();
    await allesGeweigerd('updateClientgegevens', [
      { ...base, commentaar: 'a'.repeat(4_001) },
      { ...base, commentaar: 'a'.repeat(90_000) },
    ]);
    const groot = await register.vraag(kantoor, 'query ($a: String) { ik { sub } }', {
      a: 'a'.repeat(1_100_000),
    });
    expect(groot.status).toBeGreaterThanOrEqual(400);
    expect(groot.status).toBeLessThan(500);
  });

  it.each([
    '<script>alert(1)</script>',
    `=cmd|'/c calc'!A0`,
    '../../etc/passwd',
    '{{7*7}} ${7*7}',
    `'; drop table client; --`,
    '%_\\',
  ])('B54: %s is text, and nothing more', async (tekst) => {
    expect(await bewaar(tekst)).toBe(tekst);
    const alles = aantal(await zoek({}));
    expect(alles).toBeGreaterThan(1);
    expect(aantal(await zoek({ naam: tekst })) ?? 0).toBe(0);
  });

  it('B55: to search by is no pattern', async () => {
    const antwoord = await zoek({ naam: '(((a+)+)+)$'.repeat(450) });
    expect(aantal(antwoord) ?? 0).toBe(0);
    for (const naam of ['(((a+)+)+)$', '.*', '[a-z]+', '%', '___'])
      expect([naam, aantal(await zoek({ naam })) ?? 0]).toEqual([naam, 0]);
  });
});
