import type { Day, Instant } from '../../platform/clock/index.js';
import { alleVersies, type Tx } from '../../platform/database/index.js';
import { isIngetrokkenVoorIngang } from '../bemiddeling/index.js';
import { kennismomenten, zoalsBekend, type Versie } from './domain/kennisverloop.js';
import type { Afstel, Leveringperiode, Uitstelperiode } from './domain/traject.js';
import type { Plaatsgrond } from './plaats.js';

/** A version of a fact, with who registered it. */
export interface Feitversie<Inhoud> extends Versie<Inhoud> {
  readonly geregistreerdDoor: string;
}

export interface Toewijzingfeit {
  readonly bemiddelingspecificatieID: string;
  readonly bemiddelingID: string;
  readonly leveringsvorm: string;
  readonly soortToewijzing: string;
  readonly opname: string | null;
  readonly toewijzingIngangsdatum: Day;
  readonly toewijzingEinddatum: Day | null;
  readonly redenIntrekking: string | null;
  readonly instelling: string | null;
  readonly zzpCode: string;
}

export interface Bemiddelingfeit {
  readonly bemiddelingID: string;
  readonly clientID: string;
  readonly wlzIndicatieID: string;
  readonly zorgkantoor: string;
}

export interface Indicatiefeit {
  readonly wlzIndicatieID: string;
  readonly afgiftedatum: Day;
}

/** All versions of all facts that the places of one allocation rest on. */
export interface Kennis {
  readonly specificatie: readonly Feitversie<Toewijzingfeit>[];
  readonly bemiddeling: readonly Feitversie<Bemiddelingfeit>[];
  readonly indicatie: readonly Feitversie<Indicatiefeit>[];
  readonly uitstelperioden: readonly Feitversie<Uitstelperiode>[];
  readonly leveringperioden: readonly Feitversie<Leveringperiode>[];
  readonly afstel: readonly Feitversie<Afstel>[];
}

const SPECIFICATIE = `bemiddelingspecificatie_id as "bemiddelingspecificatieID", bemiddeling_id as "bemiddelingID",
  leveringsvorm, soort_toewijzing as "soortToewijzing", opname, toewijzing_ingangsdatum as "toewijzingIngangsdatum",
  toewijzing_einddatum as "toewijzingEinddatum", reden_intrekking as "redenIntrekking", instelling, zzp_code as "zzpCode"`;
const BEMIDDELING = `bemiddeling_id as "bemiddelingID", client_id as "clientID", wlz_indicatie_id as "wlzIndicatieID",
  verantwoordelijk_zorgkantoor as zorgkantoor`;
const INDICATIE = `wlz_indicatie_id as "wlzIndicatieID", afgiftedatum`;
const UITSTELPERIODE = `uitstelperiode_id as "uitstelperiodeID", ingangsdatum, einddatum,
  vaststelling_moment as "vaststellingMoment", reden, leveringsstatus,
  leveringsstatus_classificatie as "leveringsstatusClassificatie", bron, reden_handmatig as "redenHandmatig"`;
const LEVERINGPERIODE = `leveringperiode_id as "leveringperiodeID", ingangsdatum, einddatum,
  vaststelling_moment as "vaststellingMoment", sleuteldatum, beeindiging_reden as "beeindigingReden",
  aanbieder_bestemming as "aanbiederBestemming"`;
const AFSTEL = `afstel_id as "afstelID", afsteldatum, vaststelling_moment as "vaststellingMoment", reden,
  aanbieder_bestemming as "aanbiederBestemming"`;

/** The knowledge behind these allocations, by bemiddelingspecificatieID, with a handful of statements for the set. */
export async function loadKennis(tx: Tx, ids: readonly string[]): Promise<Map<string, Kennis>> {
  const roots = await tx.query<{
    id: string;
    bemiddelingID: string;
    indicatieID: string;
    leveringID: string | null;
  }>(
    `select s.bemiddelingspecificatie_id as id, s.bemiddeling_id as "bemiddelingID",
       b.wlz_indicatie_id as "indicatieID", l.levering_id as "leveringID"
     from bemiddelingspecificatie s
     join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
     left join levering l on l.bemiddelingspecificatie_id = s.bemiddelingspecificatie_id
     where s.bemiddelingspecificatie_id = any ($1::uuid[])`,
    [ids],
  );
  const leveringIDs = roots.flatMap(({ leveringID }) => leveringID ?? []);
  const of = async <Inhoud>(table: string, columns: string, key: string, keys: readonly string[]) =>
    grouped(
      await tx.query<Row<Inhoud>>(
        alleVersies(table, `${columns}, ${key} as sleutel`, `${key} = any ($1::uuid[])`),
        [[...new Set(keys)]],
      ),
    );
  const specificaties = await of<Toewijzingfeit>(
    'bemiddelingspecificatie',
    SPECIFICATIE,
    'bemiddelingspecificatie_id',
    ids,
  );
  const bemiddelingen = await of<Bemiddelingfeit>(
    'bemiddeling',
    BEMIDDELING,
    'bemiddeling_id',
    roots.map(({ bemiddelingID }) => bemiddelingID),
  );
  const indicaties = await of<Indicatiefeit>(
    'indicatie',
    INDICATIE,
    'wlz_indicatie_id',
    roots.map(({ indicatieID }) => indicatieID),
  );
  const uitstel = await of<Uitstelperiode>('uitstelperiode', UITSTELPERIODE, 'levering_id', leveringIDs);
  const zorg = await of<Leveringperiode>('leveringperiode', LEVERINGPERIODE, 'levering_id', leveringIDs);
  const afstel = await of<Afstel>('afstel', AFSTEL, 'levering_id', leveringIDs);
  return new Map(
    roots.map(({ id, bemiddelingID, indicatieID, leveringID }) => [
      id,
      {
        specificatie: specificaties.get(id) ?? [],
        bemiddeling: bemiddelingen.get(bemiddelingID) ?? [],
        indicatie: indicaties.get(indicatieID) ?? [],
        uitstelperioden: uitstel.get(leveringID ?? '') ?? [],
        leveringperioden: zorg.get(leveringID ?? '') ?? [],
        afstel: afstel.get(leveringID ?? '') ?? [],
      },
    ]),
  );
}

/** The moments at which something became known on which the places rest, in order. */
export function momentenVan(kennis: Kennis): Instant[] {
  return kennismomenten(Object.values(kennis).flat());
}

/** What was known of the allocation at a moment; null while a part without which there is no place was unknown. */
export function grondOp(kennis: Kennis, moment: Instant): Plaatsgrond | null {
  const [specificatie] = zoalsBekend(kennis.specificatie, moment);
  const [bemiddeling] = zoalsBekend(kennis.bemiddeling, moment);
  const [indicatie] = zoalsBekend(kennis.indicatie, moment);
  if (specificatie === undefined || bemiddeling === undefined || indicatie === undefined) return null;
  return {
    specificatie: {
      ...specificatie,
      ...bemiddeling,
      ...indicatie,
      ingetrokken: isIngetrokkenVoorIngang(specificatie),
    },
    leveringID: null,
    uitstelperioden: zoalsBekend(kennis.uitstelperioden, moment),
    leveringperioden: zoalsBekend(kennis.leveringperioden, moment),
    afstel: zoalsBekend(kennis.afstel, moment)[0] ?? null,
  };
}

type Row<Inhoud> = Inhoud & {
  readonly sleutel: string;
  readonly bekendVan: Instant;
  readonly bekendTot: Instant | null;
  readonly geregistreerdDoor: string;
};

function grouped<Inhoud>(rows: readonly Row<Inhoud>[]): Map<string, Feitversie<Inhoud>[]> {
  const groups = new Map<string, Feitversie<Inhoud>[]>();
  for (const { sleutel, bekendVan, bekendTot, geregistreerdDoor, ...inhoud } of rows) {
    const versie = { inhoud: inhoud as Inhoud, bekendVan, bekendTot, geregistreerdDoor };
    const group = groups.get(sleutel);
    if (group === undefined) groups.set(sleutel, [versie]);
    else group.push(versie);
  }
  return groups;
}
