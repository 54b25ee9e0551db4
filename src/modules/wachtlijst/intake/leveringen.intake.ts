import { Injectable } from '@nestjs/common';
import type { Day } from '../../../platform/clock/index.js';
import type { RequestContext } from '../../../platform/context/index.js';
import type { Tx } from '../../../platform/database/index.js';
import {
  DomainError,
  NietGevonden,
  OngeldigeInvoer,
  RegelGeschonden,
} from '../../../platform/errors/index.js';
import {
  jsonRecords,
  labelBy,
  type Intake,
  type IntakeOptions,
  type Outcome,
} from '../../../platform/intake/index.js';
import { Codelijsten } from '../../codelijst/index.js';
import { assertPastNaast } from '../domain/gelijktijdig.js';
import type { Maatstaf } from '../domain/grenzen.js';
import { takeIn } from '../domain/opgave.js';
import {
  findClientzorg,
  findDossierhouders,
  findEersteIndicaties,
  type Dossierhouderschap,
} from '../toewijzing.queries.js';
import { herkomstNu, Trajecten, type BekendTraject, type HerkomstVan } from '../traject.repository.js';
import { bronVanAanbieder } from '../wachtlijst.policy.js';
import { Wachtlijstplaatsen } from '../wachtlijstplaatsen.js';
import { Clientzorgbeeld } from './clientzorgbeeld.js';
import { leveringRecord, type LeveringRecord } from './leveringen.schema.js';

/** What a set of records is judged by; each accepted record becomes part of it. */
interface Known {
  readonly trajecten: Trajecten;
  readonly dossierhouders: readonly Dossierhouderschap[];
  readonly zorg: Clientzorgbeeld;
  readonly maatstaf: Omit<Maatstaf, 'eersteIndicatie'>;
  readonly eersteIndicaties: ReadonlyMap<string, Day>;
}

/**
 * The file of deliveries: `{"data": {"levering": […]}}`, key `leveringID`. One record is one unit: a Levering with its
 * periods and its Afstel is taken in whole or refused whole.
 */
@Injectable()
export class LeveringenIntake implements Intake<LeveringRecord> {
  readonly soort = 'leveringen';
  readonly schema = leveringRecord;

  constructor(
    private readonly codelijsten: Codelijsten,
    private readonly plaatsen: Wachtlijstplaatsen,
  ) {}

  records(text: string): readonly unknown[] {
    return jsonRecords(text, ['data', 'levering']);
  }

  label(record: unknown): string {
    return labelBy('levering', record, 'leveringID');
  }

  async process(
    ctx: RequestContext,
    tx: Tx,
    records: readonly LeveringRecord[],
    { bekendOp }: IntakeOptions,
  ): Promise<Outcome[]> {
    const known = await this.load(ctx, tx, records);
    const herkomst = herkomstBij(ctx, bekendOp);
    const outcomes = records.map((record) => this.takeIn(ctx, record, known, herkomst));
    const written = await known.trajecten.flush(tx);
    // A first load brings the past of what we knew; what is told now is known from now on.
    await this.plaatsen.recompute(ctx, tx, written, bekendOp === 'NU' ? 'VERSCHIL' : 'GEHEEL');
    for (const { specificatie } of written) tx.changed(specificatie.clientID, 'U');
    return outcomes;
  }

  private takeIn(ctx: RequestContext, record: LeveringRecord, known: Known, herkomst: HerkomstVan): Outcome {
    try {
      const traject = findTraject(record, known.trajecten);
      const { specificatie } = traject;
      const verwerkt = takeIn(
        traject,
        {
          uitstelperioden: record.uitstelperiodes,
          leveringperioden: record.leveringperiodes,
          afstel: record.afstel,
        },
        { ...known.maatstaf, eersteIndicatie: eersteIndicatie(known, specificatie.clientID) },
        ({ ingangsdatum }) => bronVanAanbieder(known.dossierhouders, specificatie, ingangsdatum, ctx.today),
      );
      for (const { ingangsdatum, einddatum } of verwerkt?.zorg ?? []) {
        assertPastNaast(
          { ...specificatie, van: ingangsdatum, tot: einddatum },
          known.zorg.naast(specificatie),
        );
      }
      const after = verwerkt?.traject ?? traject;
      const put = known.trajecten.put(specificatie, record.leveringID, after, herkomst);
      known.zorg.replace(specificatie, after.leveringperioden);
      return put;
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }

  private async load(ctx: RequestContext, tx: Tx, records: readonly LeveringRecord[]): Promise<Known> {
    const trajecten = await Trajecten.load(
      tx,
      records.map(({ bemiddelingspecificatieID }) => bemiddelingspecificatieID),
      {
        lock: true,
        gemeld: {
          leveringen: records.map(({ leveringID }) => leveringID),
          uitstelperioden: records.flatMap((one) => one.uitstelperiodes.map((row) => row.uitstelperiodeID)),
          leveringperioden: records.flatMap((one) =>
            one.leveringperiodes.map((row) => row.leveringperiodeID),
          ),
          afstellen: records.flatMap(({ afstel }) => (afstel === null ? [] : [afstel.afstelID])),
        },
      },
    );
    const toewijzingen = trajecten.all().map(({ specificatie }) => specificatie);
    const clientIDs = [...new Set(toewijzingen.map(({ clientID }) => clientID))];
    const bemiddelingIDs = [...new Set(toewijzingen.map(({ bemiddelingID }) => bemiddelingID))];
    return {
      trajecten,
      dossierhouders: await findDossierhouders(tx, bemiddelingIDs),
      zorg: new Clientzorgbeeld(
        await findClientzorg(tx, clientIDs),
        records.flatMap(({ leveringperiodes }) => leveringperiodes),
      ),
      eersteIndicaties: await findEersteIndicaties(tx, clientIDs),
      maatstaf: {
        today: ctx.today,
        now: ctx.now,
        paar: (status, classificatie, day) => this.codelijsten.classificatiePaar(status, classificatie, day),
      },
    };
  }
}

function eersteIndicatie({ eersteIndicaties }: Known, clientID: string): Day {
  const day = eersteIndicaties.get(clientID);
  if (day === undefined) throw new Error('an allocation rests on an indication');
  return day;
}

/**
 * The allocation a record is about.
 * @throws DomainError when it is unknown, of another client, or an id is known elsewhere
 */
function findTraject(record: LeveringRecord, trajecten: Trajecten): BekendTraject {
  const traject = trajecten.find(record.bemiddelingspecificatieID);
  if (traject === null) throw new NietGevonden('De bemiddelingspecificatie', ['bemiddelingspecificatieID']);
  const { clientID, bsn } = traject.specificatie;
  if (record.client.clientID !== clientID || record.client.bsn !== bsn) {
    throw new RegelGeschonden('P1', 'OP137', 'Deze toewijzing is van een andere cliënt.', ['client']);
  }
  const elsewhere = trajecten.specificatieVan(record.leveringID) ?? record.bemiddelingspecificatieID;
  if (
    elsewhere !== record.bemiddelingspecificatieID ||
    (traject.leveringID ?? record.leveringID) !== record.leveringID
  ) {
    throw new OngeldigeInvoer(
      'Deze levering hoort bij een andere toewijzing, of de toewijzing heeft een andere levering.',
      {
        pad: ['leveringID'],
      },
    );
  }
  assertEigen(
    trajecten,
    'uitstelperioden',
    record.uitstelperiodes.map((row) => row.uitstelperiodeID),
    record,
  );
  assertEigen(
    trajecten,
    'leveringperioden',
    record.leveringperiodes.map((row) => row.leveringperiodeID),
    record,
  );
  assertEigen(trajecten, 'afstellen', record.afstel === null ? [] : [record.afstel.afstelID], record);
  return traject;
}

const VELD = {
  uitstelperioden: 'uitstelperiodes',
  leveringperioden: 'leveringperiodes',
  afstellen: 'afstel',
} as const;

function assertEigen(
  trajecten: Trajecten,
  soort: keyof typeof VELD,
  ids: readonly string[],
  { leveringID }: LeveringRecord,
): void {
  if (
    new Set(ids).size === ids.length &&
    ids.every((id) => (trajecten.leveringVan(soort, id) ?? leveringID) === leveringID)
  ) {
    return;
  }
  throw new OngeldigeInvoer('Een identificatie komt meer dan eens voor.', { pad: [VELD[soort]] });
}

/** On a first load of history the moment of the provider stands in for the moment that we knew. */
function herkomstBij(ctx: RequestContext, bekendOp: IntakeOptions['bekendOp']): HerkomstVan {
  const nu = herkomstNu(ctx);
  if (bekendOp === 'NU') return nu;
  return (isNew, vaststellingMoment) => ({
    ...nu(isNew, vaststellingMoment),
    ...(isNew && vaststellingMoment !== null ? { geregistreerdOp: vaststellingMoment } : {}),
  });
}
