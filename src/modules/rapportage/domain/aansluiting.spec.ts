import { describe, expect, it } from '@jest/globals';
import { Aansluiting, wachtstatusVolgensBericht } from './aansluiting.js';
import type { Clientbericht } from './clientbericht.js';

const DAG = '2026-09-30';

const client = (clientID: string, status: string | null): Clientbericht => ({
  clientID,
  geslacht: '2',
  geboortejaar: '1940',
  postcode: null,
  landCode: null,
  indicaties: [
    {
      volgnummer: 1,
      soort: '1',
      afgiftedatum: '2026-01-01',
      ingangsdatum: '2026-01-01',
      einddatum: null,
      grondslagen: [],
      stoornissen: [],
      beperkingen: [],
      pakketten: [],
      wachtlijstpakketten: [
        {
          bemiddelingspecificatieID: `${clientID}-1`,
          zzpCode: '754',
          soort: '1',
          instelling: '99000001',
          toewijzingsdatum: '2026-01-01',
          ingangsdatum: '2026-01-01',
          begindatum: null,
          mutatiedatum: null,
          leveringsvorm: '4',
          etmalen: null,
          opname: '1',
          leveringsstatussen:
            status === null
              ? []
              : [{ ingangsdatumStatus: '2026-02-01', leveringsstatus: status, classificatie: null }],
        },
      ],
    },
  ],
});

const plaats = (clientID: string, leveringsstatus: string) => ({
  clientID,
  bemiddelingspecificatieID: `${clientID}-1`,
  leveringsstatus,
});

describe('the report beside the waiting list', () => {
  it('counts who waits, by status, and finds nothing when they agree', () => {
    const aansluiting = new Aansluiting(DAG);
    aansluiting.vergelijk([client('a', '7'), client('b', '4'), client('c', null)], [plaats('a', '7')]);
    aansluiting.vergelijk([client('d', '7'), client('e', '3')], [plaats('d', '7'), plaats('e', '3')]);
    expect(aansluiting.perStatus).toEqual({ 2: 0, 3: 1, 6: 0, 7: 2 });
    expect(aansluiting.verschil).toEqual([]);
  });

  it('names every difference: in either, in both, and of who is in the list alone', () => {
    const aansluiting = new Aansluiting(DAG);
    aansluiting.vergelijk(
      [client('b', '7'), client('a', '6'), client('c', '4')],
      [plaats('a', '7'), plaats('c', '2')],
    );
    aansluiting.vergelijk([], [plaats('d', '3')]);
    expect(
      aansluiting.verschil.map(({ clientID, bericht, wachtlijst }) => [clientID, bericht, wachtlijst]),
    ).toEqual([
      ['a', '6', '7'],
      ['b', '7', null],
      ['c', null, '2'],
      ['d', null, '3'],
    ]);
  });

  it('reads the last status, unless the allocation or its indication was over before the day', () => {
    const status = (mutatiedatum: string | null, einddatum: string | null): string | null =>
      wachtstatusVolgensBericht(
        { einddatum },
        {
          mutatiedatum,
          leveringsstatussen: [
            { ingangsdatumStatus: '2026-02-01', leveringsstatus: '7', classificatie: '12' },
          ],
        },
        DAG,
      );
    expect([status(null, null), status(DAG, null), status(null, DAG)]).toEqual(['7', '7', '7']);
    expect([status('2026-09-29', null), status(null, '2026-09-29')]).toEqual([null, null]);
  });
});
