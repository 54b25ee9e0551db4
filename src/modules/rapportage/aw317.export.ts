import type { RequestContext } from '../../platform/context/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { Aw317File } from './aw317.file.js';
import { clientenVanDeRegio, dossiers, lijstplaatsen } from './aw317.queries.js';
import { Aansluiting, type Verschil } from './domain/aansluiting.js';
import { clientbericht } from './domain/clientbericht.js';
import { clientInhoud, headerInhoud } from './domain/elementen.js';
import { assertRapporteerbaar, rapportagemaand } from './domain/rapportagemaand.js';
import type { Pseudoniem } from './pseudoniem.js';

export interface Aw317Opdracht {
  /** `JJJJ-MM`. */
  readonly maand: string;
  /** The zorgkantoor that reports (COD001). */
  readonly regio: string;
  readonly file: string;
  /** May be made before the seventh day after the month; the file says that it is a trial. */
  readonly proef: boolean;
}

/** What came of it; the last line that the command prints. */
export interface Aw317Verslag {
  readonly maand: string;
  readonly regio: string;
  readonly clienten: number;
  /** Who waits on the last day, by COD167. */
  readonly perStatus: Readonly<Record<string, number>>;
  readonly verschil: readonly Verschil[];
}

/** Clients that are read, written and logged at a time. */
const SET = 250;

/**
 * Writes the monthly report AW317 of a region, dated today, and lays it beside the waiting list of the last day of the
 * month. Everything is read in one frame, so that both are of one moment; whoever is in the file is logged as shown before
 * it gets its name.
 * @throws OngeldigeInvoer, RegelGeschonden when the month cannot be reported; BerichtNotWritten
 */
export async function exportAw317(
  unitOfWork: UnitOfWork,
  ctx: RequestContext,
  pseudoniem: Pseudoniem,
  { maand: gevraagd, regio, file, proef }: Aw317Opdracht,
): Promise<Aw317Verslag> {
  const maand = rapportagemaand(gevraagd);
  assertRapporteerbaar(maand, ctx.today, proef);
  const header = headerInhoud({ afzender: regio, maand, dagtekening: ctx.today });
  const peiling = { op: maand.laatsteDag, zoalsBekendOp: null };
  const bericht = await Aw317File.begin(file, header, proef);
  try {
    const verslag = await unitOfWork.read(ctx, async (tx) => {
      tx.searched({ bericht: 'AW317', maand: gevraagd, regio, proef });
      const aansluiting = new Aansluiting(maand.laatsteDag);
      let aantal = 0;
      for await (const clientIDs of clientenVanDeRegio(tx, regio, maand, SET)) {
        const rijen = (await dossiers(tx, regio, maand, clientIDs)).flatMap((dossier) => {
          const client = clientbericht(dossier, maand);
          return client === null ? [] : [{ client, bsn: dossier.bsn }];
        });
        await bericht.add(rijen.map(({ client, bsn }) => clientInhoud(client, pseudoniem(bsn))));
        aansluiting.vergelijk(
          rijen.map(({ client }) => client),
          await lijstplaatsen(tx, peiling, regio, maand, clientIDs),
        );
        aantal += rijen.length;
        tx.shown(rijen.map(({ client }) => client.clientID));
        await tx.writeLog();
      }
      aansluiting.vergelijk([], await lijstplaatsen(tx, peiling, regio, maand, null));
      await bericht.finish();
      const { perStatus, verschil } = aansluiting;
      tx.shown(verschil.map(({ clientID }) => clientID));
      return { maand: gevraagd, regio, clienten: aantal, perStatus, verschil };
    });
    await bericht.publish();
    return verslag;
  } catch (error) {
    await bericht.discard();
    throw error;
  }
}
