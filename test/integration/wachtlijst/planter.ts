import { randomUUID } from 'node:crypto';
import type pg from 'pg';

const REGISTERED = '2026-01-01T00:00:00Z';
const HERKOMST = `'${REGISTERED}', 'test'`;

/** An allocation to plant; verblijf at provider A in region 5517, with A as dossierhouder, unless told otherwise. */
export interface PlantedAllocation {
  readonly bemiddelingspecificatieID: string;
  readonly bemiddelingID: string;
  readonly clientID: string;
}

export interface Planting {
  readonly id?: string;
  /** Plants beside an allocation that is there. */
  readonly beside?: PlantedAllocation;
  readonly instelling?: string;
  readonly leveringsvorm?: string;
  readonly soortToewijzing?: string;
  readonly zzpCode?: string;
  readonly zorgkantoor?: string;
  readonly uitvoerend?: string;
  readonly van?: string;
  readonly tot?: string | null;
  readonly redenIntrekking?: string | null;
  readonly afgiftedatum?: string;
  /** Regiehouders: regierol, AGB, from, to. */
  readonly rollen?: readonly (readonly [rol: string, agb: string, van: string, tot: string | null])[];
}

/** Puts what the list rests on into the register, past the use cases of other modules. */
export class Planter {
  private number = 0;

  constructor(private readonly client: pg.Client) {}

  async zorgaanbieders(...agbs: string[]): Promise<void> {
    for (const agb of agbs) {
      await this.client.query(
        `insert into zorgaanbieder (agb, naam, zorgkantoor, sectoren, leveringsvormen, geregistreerd_op, geregistreerd_door)
         values ($1, 'Huize ' || $1, '5517', '{VV}', '{4}', ${HERKOMST})`,
        [agb],
      );
    }
  }

  async allocation(planting: Planting = {}): Promise<PlantedAllocation> {
    const { instelling = '99000001', leveringsvorm = '4', van = '2026-01-01' } = planting;
    await this.client.query('begin');
    const { bemiddelingID, clientID } = planting.beside ?? (await this.bemiddeling(planting));
    const bemiddelingspecificatieID = planting.id ?? randomUUID();
    const pgb = leveringsvorm === '2';
    const opname = leveringsvorm === '4' || leveringsvorm === '8' ? '1' : null;
    await this.client.query(
      `insert into bemiddelingspecificatie (bemiddelingspecificatie_id, bemiddeling_id, leveringsvorm, zzp_code,
         toewijzing_ingangsdatum, toewijzing_einddatum, instelling, uitvoerend_zorgkantoor, vaststelling_moment,
         percentage, opname, soort_toewijzing, reden_intrekking, geregistreerd_op, geregistreerd_door)
       values ($1, $2, $3, $4, $5, $6, $7, $8, '${REGISTERED}', $9, $10, $11, $12, ${HERKOMST})`,
      [
        bemiddelingspecificatieID,
        bemiddelingID,
        leveringsvorm,
        planting.zzpCode ?? '754',
        van,
        planting.tot ?? null,
        pgb ? null : instelling,
        planting.uitvoerend ?? planting.zorgkantoor ?? '5517',
        pgb ? null : 10000,
        opname,
        planting.soortToewijzing ?? '1',
        planting.redenIntrekking ?? null,
      ],
    );
    const standard: Planting['rollen'] =
      planting.beside === undefined && !pgb ? [['2', instelling, van, null]] : [];
    for (const [rol, agb, from, to] of planting.rollen ?? standard) {
      await this.client.query(
        `insert into regiehouder (regiehouder_id, bemiddeling_id, instelling, regierol, ingangsdatum, einddatum,
           vaststelling_moment, geregistreerd_op, geregistreerd_door)
         values ($1, $2, $3, $4, $5, $6, '${REGISTERED}', ${HERKOMST})`,
        [randomUUID(), bemiddelingID, agb, rol, from, to],
      );
    }
    await this.client.query('commit');
    return { bemiddelingspecificatieID, bemiddelingID, clientID };
  }

  private async bemiddeling(planting: Planting): Promise<{ bemiddelingID: string; clientID: string }> {
    this.number += 1;
    const { zorgkantoor = '5517', afgiftedatum = '2025-12-01' } = planting;
    const [clientID, wlzIndicatieID, bemiddelingID] = [randomUUID(), randomUUID(), randomUUID()];
    await this.client.query(
      `insert into client (client_id, bsn, geboortedatum, geslacht, geslachtsnaam, geregistreerd_op, geregistreerd_door)
       values ($1, $2, '1940-01-01', '2', $3, ${HERKOMST})`,
      [clientID, bsnNumber(this.number), `Client ${this.number}`],
    );
    await this.client.query(
      `insert into indicatie (wlz_indicatie_id, client_id, besluitnummer, soort_wlzindicatie, afgiftedatum,
         ingangsdatum, initieel_verantwoordelijk_zorgkantoor, geregistreerd_op, geregistreerd_door)
       values ($1, $2, 1, '1', $3, '2020-01-01', $4, ${HERKOMST})`,
      [wlzIndicatieID, clientID, afgiftedatum, zorgkantoor],
    );
    await this.client.query(
      `insert into bemiddeling (bemiddeling_id, client_id, wlz_indicatie_id, verantwoordelijk_zorgkantoor,
         verantwoordelijkheid_ingangsdatum, geregistreerd_op, geregistreerd_door)
       values ($1, $2, $3, $4, '2020-01-01', ${HERKOMST})`,
      [bemiddelingID, clientID, wlzIndicatieID, zorgkantoor],
    );
    return { bemiddelingID, clientID };
  }
}

/** The n-th number of the test range that passes the elfproef. */
function bsnNumber(n: number): string {
  let found = 0;
  for (let candidate = 999900000; candidate < 999999999; candidate += 1) {
    const digits = String(candidate);
    const sum = [9, 8, 7, 6, 5, 4, 3, 2, -1].reduce(
      (total, weight, i) => total + weight * Number(digits[i]),
      0,
    );
    if (sum % 11 === 0) found += 1;
    if (found === n) return digits;
  }
  throw new Error('No BSN left.');
}
