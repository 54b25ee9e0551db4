import { randomUUID } from 'node:crypto';
import type { ClientApp } from './client-app.js';

const HERKOMST = `now(), 'proef'`;

/** An allocation past the rules of its own module, with the dossierhouder or coördinator that belongs to its form. */
export interface Toewijzing {
  readonly clientID: string;
  readonly wlzIndicatieID: string;
  readonly leveringsvorm: '2' | '4' | '5' | '7' | '8';
  readonly verantwoordelijk?: string;
  readonly uitvoerend?: string;
  readonly instelling?: string;
  readonly van?: string;
  readonly tot?: string | null;
  readonly regiehouder?: boolean;
}

export async function plantToewijzing(app: ClientApp, toewijzing: Toewijzing): Promise<void> {
  const { clientID, wlzIndicatieID, leveringsvorm, van = '2025-02-01', tot = null } = toewijzing;
  const { verantwoordelijk = '5517', uitvoerend = '5517', regiehouder = true } = toewijzing;
  const instelling = leveringsvorm === '2' ? null : (toewijzing.instelling ?? '99000001');
  const bemiddelingID = randomUUID();
  await plantZorgaanbieder(app, toewijzing.instelling ?? '99000001');
  await app.sql('begin');
  await app.sql(
    `insert into bemiddeling (bemiddeling_id, client_id, wlz_indicatie_id, verantwoordelijk_zorgkantoor,
       verantwoordelijkheid_ingangsdatum, geregistreerd_op, geregistreerd_door)
     values ($1, $2, $3, $4, '2025-02-01', ${HERKOMST})`,
    [bemiddelingID, clientID, wlzIndicatieID, verantwoordelijk],
  );
  // A register in which a mandatory role is missing cannot be made through the rules; the search must see it all the same.
  if (!regiehouder) await app.sql(`set local session_replication_role = replica`);
  await app.sql(
    `insert into bemiddelingspecificatie (bemiddelingspecificatie_id, bemiddeling_id, leveringsvorm, zzp_code,
       toewijzing_ingangsdatum, toewijzing_einddatum, instelling, uitvoerend_zorgkantoor, vaststelling_moment,
       percentage, opname, etmalen, soort_toewijzing, geregistreerd_op, geregistreerd_door)
     values ($1, $2, $3, '754', $4, $5, $6, $7, now(), $8, $9, $10, '1', ${HERKOMST})`,
    [
      randomUUID(),
      bemiddelingID,
      leveringsvorm,
      van,
      tot,
      instelling,
      uitvoerend,
      leveringsvorm === '2' ? null : 10000,
      leveringsvorm === '4' || leveringsvorm === '8' ? '1' : null,
      leveringsvorm === '8' ? '4,0' : null,
    ],
  );
  if (regiehouder && instelling !== null) {
    await app.sql(
      `insert into regiehouder (regiehouder_id, bemiddeling_id, instelling, regierol, ingangsdatum, einddatum,
         vaststelling_moment, geregistreerd_op, geregistreerd_door)
       values ($1, $2, $3, $4, $5, $6, now(), ${HERKOMST})`,
      [randomUUID(), bemiddelingID, instelling, leveringsvorm === '7' ? '1' : '2', van, tot],
    );
  }
  await app.sql('commit');
}

async function plantZorgaanbieder(app: ClientApp, agb: string): Promise<void> {
  await app.sql(
    `insert into zorgaanbieder (agb, naam, zorgkantoor, sectoren, leveringsvormen, geregistreerd_op,
       geregistreerd_door)
     values ($1, 'Proefhuis', '5517', '{VV}', '{4}', ${HERKOMST}) on conflict do nothing`,
    [agb],
  );
}
