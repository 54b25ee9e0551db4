import { randomUUID } from 'node:crypto';
import type { Day } from '../../../src/platform/clock/index.js';
import { insertRows, type Execute } from './insert-rows.js';

/** Who, from, up to and including (left out: still). */
export type Houder = readonly [agb: string, van: Day, tot?: Day];

/** Status (COD167), from, up to and including (left out: still). */
export type Wacht = readonly [status: `${keyof typeof WACHT}`, van: Day, tot?: Day];

/** Somebody who waits, or not, and who directs the care. */
export interface Wachtende {
  readonly dossierhouders: readonly Houder[];
  readonly coordinatoren: readonly Houder[];
  readonly wacht: readonly Wacht[];
  readonly contactpersoon: readonly [van: Day, tot?: Day] | null;
  readonly zorgkantoor: string;
  readonly uitvoerend: string;
}

export interface Geplant {
  readonly clientID: string;
  readonly bemiddelingID: string;
}

const WACHT = {
  6: { rang: 1, classificatie: '03' },
  7: { rang: 2, classificatie: '11' },
  2: { rang: 3, classificatie: '13' },
  3: { rang: 4, classificatie: '15' },
} as const;

const BEGIN = '2024-01-01';
const HERKOMST = { geregistreerdOp: BEGIN, geregistreerdDoor: 'proef' };

const USUAL: Wachtende = {
  dossierhouders: [['99000001', '2026-01-01']],
  coordinatoren: [],
  wacht: [['7', '2026-01-01']],
  contactpersoon: null,
  zorgkantoor: '5517',
  uitvoerend: '5517',
};

/**
 * Plants what the contact duty rests on, past the use cases of the other modules: a row on the waiting list hangs under a
 * pgb allocation, which asks for no regiehouder, so that roles can be planted as a test wants them.
 */
export class Planter {
  private clients = 0;

  /** @param follow brings the ledger up to date with what was planted past the use cases */
  constructor(
    private readonly execute: Execute,
    private readonly follow: () => Promise<unknown>,
  ) {}

  async zorgaanbieders(agbCodes: readonly string[]): Promise<void> {
    const rows = agbCodes.map((agb) => ({ agb, naam: `Huize ${agb}`, zorgkantoor: '5517' }));
    await this.insert(
      'zorgaanbieder',
      rows.map((row) => ({ ...row, sectoren: ['VV'], leveringsvormen: ['4', '7'] })),
    );
  }

  async wachtende(over: Partial<Wachtende> = {}): Promise<Geplant> {
    const { dossierhouders, coordinatoren, wacht, contactpersoon, zorgkantoor, uitvoerend } = {
      ...USUAL,
      ...over,
    };
    const [clientID, wlzIndicatieID, bemiddelingID] = [randomUUID(), randomUUID(), randomUUID()];
    this.clients += 1;
    const client = {
      clientID,
      bsn: nthBsn(this.clients),
      geheimeClient: '2',
      geslacht: '2',
      geslachtsnaam: 'Proef',
    };
    await this.insert('client', [{ ...client, geboortedatum: '1940-02-29' }]);
    const ciz = {
      besluitnummer: 1,
      soortWlzindicatie: '1',
      initieelVerantwoordelijkZorgkantoor: zorgkantoor,
    };
    const stoornissen = { beperking: [], stoornis: [], stoornisScore: [] };
    await this.insert('indicatie', [
      { clientID, wlzIndicatieID, afgiftedatum: BEGIN, ingangsdatum: BEGIN, ...ciz, ...stoornissen },
    ]);
    const verantwoordelijk = {
      verantwoordelijkZorgkantoor: zorgkantoor,
      verantwoordelijkheidIngangsdatum: BEGIN,
    };
    await this.insert('bemiddeling', [
      { clientID, wlzIndicatieID, bemiddelingID, ...verantwoordelijk, versie: 1 },
    ]);
    for (const [agb, van, tot] of dossierhouders) await this.houder(bemiddelingID, '2', agb, van, tot);
    for (const [agb, van, tot] of coordinatoren) await this.houder(bemiddelingID, '1', agb, van, tot);
    await this.wacht({ clientID, wlzIndicatieID, bemiddelingID, zorgkantoor }, uitvoerend, wacht);
    if (contactpersoon !== null) {
      const [ingangsdatum, einddatum = null] = contactpersoon;
      const persoon = { contactpersoonID: randomUUID(), relatienummer: '1', soortRelatie: '12' };
      await this.insert('contactpersoon', [{ ...persoon, clientID, ingangsdatum, einddatum }]);
    }
    await this.follow();
    return { clientID, bemiddelingID };
  }

  /** An allocation at a provider that holds no role itself; somebody else must be dossierhouder all the time. */
  async verblijfBij(agb: string, bemiddelingID: string, van: Day): Promise<void> {
    await this.insert('bemiddelingspecificatie', [
      {
        ...specificatie(bemiddelingID, '5517'),
        leveringsvorm: '4',
        instelling: agb,
        percentage: 10000,
        opname: '1',
        toewijzingIngangsdatum: van,
      },
    ]);
  }

  async houder(
    bemiddelingID: string,
    regierol: '1' | '2',
    instelling: string,
    van: Day,
    tot?: Day,
  ): Promise<void> {
    const periode = { ingangsdatum: van, einddatum: tot ?? null, vaststellingMoment: BEGIN };
    await this.insert('regiehouder', [
      { regiehouderID: randomUUID(), bemiddelingID, regierol, instelling, ...periode },
    ]);
  }

  /** A contact of the dossierhouder with the client that counts, unless told otherwise. */
  async contact(
    bemiddelingID: string,
    datum: Day,
    over: Partial<{
      instelling: string;
      regierol: string;
      met: string;
      vorm: string;
      gesproken: boolean;
    }> = {},
  ): Promise<string> {
    const contactmomentID = randomUUID();
    const spoken = {
      instelling: '99000001',
      regierol: '2',
      met: 'CLIENT',
      vorm: 'TELEFOON',
      gesproken: true,
    };
    await this.insert('contactmoment', [
      { contactmomentID, bemiddelingID, datum, ...spoken, ingetrokken: false, ...over },
    ]);
    await this.follow();
    return contactmomentID;
  }

  async norm(leveringsstatus: string, maxDagen: number, geldigVanaf: Day): Promise<void> {
    await this.execute(
      `insert into contactnorm (regierol, tegenpartij, leveringsstatus, max_dagen, geldig_vanaf, bron)
       values ('2', 'CLIENT', $1, $2, $3, 'proef')`,
      [leveringsstatus, maxDagen, geldigVanaf],
    );
    await this.follow();
  }

  private async wacht(
    under: Geplant & { wlzIndicatieID: string; zorgkantoor: string },
    uitvoerend: string,
    periods: readonly Wacht[],
  ): Promise<void> {
    const pgb = {
      ...specificatie(under.bemiddelingID, uitvoerend),
      leveringsvorm: '2',
      toewijzingIngangsdatum: BEGIN,
    };
    const { bemiddelingspecificatieID } = pgb;
    const [leveringID, uitstelperiodeID] = [randomUUID(), randomUUID()];
    await this.insert('bemiddelingspecificatie', [pgb]);
    await this.insert('levering', [{ leveringID, bemiddelingspecificatieID }]);
    const status = { leveringsstatus: '7', leveringsstatusClassificatie: '11', bron: 'DOSSIERHOUDER' };
    await this.insert('uitstelperiode', [
      { uitstelperiodeID, leveringID, ...status, ingangsdatum: BEGIN, vaststellingMoment: BEGIN },
    ]);
    const plaats = { bemiddelingspecificatieID, uitstelperiodeID, instelling: '99000001', zzpCode: '754' };
    const order = { toewijzingIngangsdatum: BEGIN, afgiftedatum: BEGIN };
    await insertRows(
      this.execute,
      'wachtlijstplaats',
      periods.map(([leveringsstatus, van, tot]) => ({
        ...under,
        ...plaats,
        ...order,
        ...WACHT[leveringsstatus],
        leveringsstatus,
        van,
        tot: tot ?? null,
        statusIngangsdatum: van,
        normklokVan: van,
      })),
    );
  }

  private insert(table: string, rows: readonly object[]): Promise<void> {
    return insertRows(
      this.execute,
      table,
      rows.map((row) => ({ ...HERKOMST, ...row })),
    );
  }
}

function specificatie(bemiddelingID: string, uitvoerendZorgkantoor: string) {
  return {
    bemiddelingspecificatieID: randomUUID(),
    bemiddelingID,
    zzpCode: '754',
    uitvoerendZorgkantoor,
    vaststellingMoment: BEGIN,
    soortToewijzing: '1',
    waarschuwingen: [],
    versie: 1,
  };
}

/** The nth number of nine digits from 999910000 on that passes the check of a BSN. */
function nthBsn(nth: number): string {
  let found = 0;
  for (let number = 999_910_000; ; number += 1) {
    const sum = [...String(number)].reduce(
      (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
      0,
    );
    if (sum % 11 === 0) found += 1;
    if (found === nth) return String(number);
  }
}
