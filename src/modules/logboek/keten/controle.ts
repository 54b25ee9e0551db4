import type { RequestContext } from '../../../platform/context/index.js';
import type { Tx, UnitOfWork } from '../../../platform/database/index.js';
import { VELDEN, zegelVan } from './zegel.js';

/** What is wrong with a line of the chain. */
export type Afwijking =
  | { readonly soort: 'GEWIJZIGD' | 'VERDWENEN'; readonly volgnr: string; readonly logregelID: string }
  /** Seals themselves are gone: these numbers, both included. */
  | { readonly soort: 'ZEGELS_WEG'; readonly van: string; readonly tot: string }
  /** A hash that somebody kept elsewhere is not that of its seal. */
  | { readonly soort: 'ANKER'; readonly volgnr: string };

export interface Controle {
  readonly gecontroleerd: number;
  readonly afwijkingen: readonly Afwijking[];
  /** Lines without a seal: how many, and which ids they run from and to. */
  readonly onverzegeld: { readonly aantal: number; readonly van: string | null; readonly tot: string | null };
  /** The last seal; keep it elsewhere, and give it as `anker` next time. */
  readonly kop: Anker;
}

/** A seal that somebody noted: its number and hash. */
export interface Anker {
  readonly volgnr: string;
  readonly hash: string;
}

/** More would tell nobody more. */
const MEESTE_AFWIJKINGEN = 1_000;
const PER_KEER = 5_000;

interface Stand {
  readonly begin_volgnr: string;
  readonly begin_hash: Buffer;
  readonly volgnr: string;
  readonly hash: Buffer;
}

interface Zegel {
  readonly volgnr: string;
  readonly logregel_id: string;
  readonly hash: Buffer;
  readonly velden: (string | null)[] | null;
}

/**
 * Works the whole chain out again from the lines, without the database's own functions, and says where it does not hold.
 * After a line that was changed it goes on from the seal that is there, so that only what was changed is named.
 */
export async function controleer(
  unitOfWork: UnitOfWork,
  ctx: RequestContext,
  anker: Anker | null,
  onProgress: (gecontroleerd: number) => void = () => undefined,
): Promise<Controle> {
  const stand = await unitOfWork.read(ctx, async (tx) => {
    tx.searched({ controle: 'keten van het logboek' }, 'L20');
    return readStand(tx);
  });
  const afwijkingen: Afwijking[] = [];
  const report = (afwijking: Afwijking): void => {
    if (afwijkingen.length < MEESTE_AFWIJKINGEN) afwijkingen.push(afwijking);
  };
  let vorige: Pick<Zegel, 'volgnr' | 'hash'> = { volgnr: stand.begin_volgnr, hash: stand.begin_hash };
  let gecontroleerd = 0;
  let gevonden = anker === null || BigInt(anker.volgnr) <= BigInt(stand.begin_volgnr);
  for (;;) {
    const na = vorige.volgnr;
    const zegels = await unitOfWork.read(ctx, (tx) => readZegels(tx, na, stand.volgnr));
    for (const zegel of zegels) {
      judge(vorige, zegel, report);
      if (anker?.volgnr === zegel.volgnr) gevonden = anker.hash === zegel.hash.toString('hex');
      vorige = zegel;
      gecontroleerd += 1;
    }
    onProgress(gecontroleerd);
    if (zegels.length < PER_KEER) break;
  }
  if (vorige.volgnr !== stand.volgnr)
    report({ soort: 'ZEGELS_WEG', van: String(BigInt(vorige.volgnr) + 1n), tot: stand.volgnr });
  if (!gevonden && anker !== null) report({ soort: 'ANKER', volgnr: anker.volgnr });
  const onverzegeld = await unitOfWork.read(ctx, readOnverzegeld);
  const kop = { volgnr: stand.volgnr, hash: stand.hash.toString('hex') };
  return { gecontroleerd, afwijkingen, onverzegeld, kop };
}

function judge(
  vorige: Pick<Zegel, 'volgnr' | 'hash'>,
  zegel: Zegel,
  report: (afwijking: Afwijking) => void,
): void {
  const verwacht = BigInt(vorige.volgnr) + 1n;
  const { volgnr, logregel_id: logregelID } = zegel;
  if (BigInt(volgnr) !== verwacht) {
    report({ soort: 'ZEGELS_WEG', van: String(verwacht), tot: String(BigInt(volgnr) - 1n) });
    // What this seal was made over is gone, so nobody can say whether its line is as it was.
    return;
  }
  if (zegel.velden === null) report({ soort: 'VERDWENEN', volgnr, logregelID });
  else if (!zegelVan(vorige.hash, zegel.velden).equals(zegel.hash))
    report({ soort: 'GEWIJZIGD', volgnr, logregelID });
}

async function readStand(tx: Tx): Promise<Stand> {
  const [stand] = await tx.query<Stand>(
    `select begin_volgnr::text, begin_hash, volgnr::text, hash from logzegelstand`,
  );
  if (stand === undefined) throw new Error('the chain of the log has no state');
  return stand;
}

function readZegels(tx: Tx, na: string, tot: string): Promise<Zegel[]> {
  return tx.query<Zegel>(
    `select z.volgnr::text, z.logregel_id::text, z.hash,
       case when l.logregel_id is null then null else array[${VELDEN.join(', ')}] end as velden
     from logzegel z left join logregel l on l.logregel_id = z.logregel_id
     where z.volgnr > $1 and z.volgnr <= $2 order by z.volgnr limit ${PER_KEER}`,
    [na, tot],
  );
}

async function readOnverzegeld(tx: Tx): Promise<Controle['onverzegeld']> {
  // One look over the whole log: longer than people may wait for a page.
  await tx.query(`set local statement_timeout = '10min'`);
  const [row] = await tx.query<Controle['onverzegeld']>(
    `select count(*)::int as aantal, min(l.logregel_id)::text as van, max(l.logregel_id)::text as tot
     from logregel l where not exists (select from logzegel z where z.logregel_id = l.logregel_id)`,
  );
  return row ?? { aantal: 0, van: null, tot: null };
}
