import type { Day } from '../../../platform/clock/index.js';
import { leveringsstatusOp, type Leveringsstatus as Status } from '../domain/actuele-status.js';
import type { Bron, Uitstelperiode as Periode } from '../domain/traject.js';
import { isWachtstatuscode, wachtstatusVan, type Wachtstatus } from '../domain/wachtstatus.js';
import type { UitstelperiodeVersieRow } from '../levering.queries.js';
import type { BekendTraject } from '../traject.repository.js';
import type {
  Afstel,
  Levering,
  Leveringperiode,
  Leveringsstatus,
  Uitstelperiode,
  UitstelperiodeVersie,
} from './levering.types.js';

/** What hangs under an allocation knows which one, for its `levering`. */
export type Onder<Node> = Node & { readonly bemiddelingspecificatieID: string };

export function leveringNode(traject: BekendTraject, today: Day): Levering | null {
  const { specificatie, leveringID } = traject;
  if (leveringID === null) return null;
  const status = leveringsstatusOp(traject, today);
  return {
    leveringID,
    bemiddelingspecificatieID: specificatie.bemiddelingspecificatieID,
    versie: specificatie.versie,
    uitstelperioden: traject.uitstelperioden.map((row) => under(traject, { ...row, ...shown(row) })),
    leveringperioden: traject.leveringperioden.map((row) => under(traject, row)),
    afstel: traject.afstel === null ? null : under(traject, traject.afstel),
    actueleStatus: status === null ? null : statusNode(status),
  };
}

export function uitstelperiodeNode(traject: BekendTraject, id: string): Onder<Uitstelperiode> | null {
  const row = traject.uitstelperioden.find(({ uitstelperiodeID }) => uitstelperiodeID === id);
  return row === undefined ? null : under(traject, { ...row, ...shown(row) });
}

export function leveringperiodeNode(traject: BekendTraject, id: string): Onder<Leveringperiode> | null {
  const row = traject.leveringperioden.find(({ leveringperiodeID }) => leveringperiodeID === id);
  return row === undefined ? null : under(traject, row);
}

export function afstelNode(traject: BekendTraject, id: string): Onder<Afstel> | null {
  return traject.afstel?.afstelID === id ? under(traject, traject.afstel) : null;
}

export function versieNode(row: UitstelperiodeVersieRow): UitstelperiodeVersie {
  return { ...row, ...shown(row) };
}

export function statusNode(status: Status): Leveringsstatus {
  return { ...status, bron: status.bron === 'SYSTEEM' ? 'SYSTEEM' : bronOf(status.bron) };
}

function under<Node>(traject: BekendTraject, node: Node): Onder<Node> {
  return { ...node, bemiddelingspecificatieID: traject.specificatie.bemiddelingspecificatieID };
}

function shown({ leveringsstatus, bron }: Pick<Periode, 'leveringsstatus' | 'bron'>): {
  wachtstatus: Wachtstatus;
  statusbron: 'DOSSIERHOUDER' | 'ZORGAANBIEDER' | 'HANDMATIG';
} {
  if (!isWachtstatuscode(leveringsstatus)) throw new Error('An Uitstelperiode without a waiting status.');
  return { wachtstatus: wachtstatusVan(leveringsstatus).naam, statusbron: bronOf(bron) };
}

/** The zorgkantoor's own report is an exception by hand, and shows as one. */
function bronOf(bron: Bron): 'DOSSIERHOUDER' | 'ZORGAANBIEDER' | 'HANDMATIG' {
  return bron === 'ZORGKANTOOR' ? 'HANDMATIG' : bron;
}
