import { Inject, Injectable } from '@nestjs/common';
import { holdsOn, type Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import { oneAtATime, UnitOfWork, type Tx } from '../../platform/database/index.js';
import { Codelijsten } from '../codelijst/index.js';
import { Boekachterstand } from './boekachterstand.js';
import { assertMaySetNorm } from './contactbewaking.policy.js';
import { enqueueNorm, findGeraakt, insertNorm } from './contactnorm.repository.js';
import { normenVan, type Normrij } from './domain/contactnorm.js';
import { beslisNorm, type Normvoorstel } from './domain/normbesluit.js';
import { verplichtingverloop } from './domain/verplichtingverloop.js';
import { findBoekregels, findFeiten, findNormen } from './verplichtingenboek.repository.js';

export interface RegisterContactnorm extends Normvoorstel {
  /** Where the office wrote down why. */
  readonly bron: string;
}

/** What a norm would do on its first day. */
export interface Normgevolg {
  readonly peildag: Day;
  readonly teLaat: number;
  /** By AGB, those with the most first. */
  readonly perZorgaanbieder: readonly { readonly instelling: string; readonly teLaat: number }[];
}

/** Bemiddelingen that are computed at once. */
const PORTIE = 500;

/** Norms of the office: what they would do, and laying them down. */
@Injectable()
export class ContactnormService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Codelijsten) private readonly codelijsten: Codelijsten,
    @Inject(Boekachterstand) private readonly achterstand: Boekachterstand,
  ) {}

  /**
   * Lays a stricter norm down from a day to come on. The obligations it touches are put in line in the same transaction
   * and computed before the answer leaves; what a crash leaves in line, the daily task computes before it judges.
   * @returns the contactnormID
   */
  async registerContactnorm(
    ctx: RequestContext,
    { bron, ...voorstel }: RegisterContactnorm,
  ): Promise<number> {
    assertMaySetNorm(ctx.actor, voorstel.zorgkantoor);
    const id = await this.unitOfWork.write(ctx, async (tx) => {
      await oneAtATime(tx, 'contactnorm');
      const norm = this.beslis(ctx, voorstel, await findNormen(tx));
      return tx.asRegister(async () => {
        const contactnormID = await insertNorm(ctx, tx, norm, bron);
        await enqueueNorm(tx, contactnormID);
        return contactnormID;
      });
    });
    await this.achterstand.inhalen();
    return id;
  }

  /** How many obligations would be late on the first day of a norm that are not without it. Stores nothing. */
  async simuleerContactnorm(ctx: RequestContext, tx: Tx, voorstel: Normvoorstel): Promise<Normgevolg> {
    assertMaySetNorm(ctx.actor, voorstel.zorgkantoor);
    const normen = await findNormen(tx);
    const norm: Normrij = { ...this.beslis(ctx, voorstel, normen), contactnormID: 0 };
    const geraakt = await findGeraakt(tx, norm, voorstel.soort);
    const aantallen = new Map<string, number>();
    for (let van = 0; van < geraakt.length; van += PORTIE) {
      const ids = geraakt.slice(van, van + PORTIE);
      for (const instelling of await this.teLaatDoor(tx, ids, normen, norm, voorstel))
        aantallen.set(instelling, (aantallen.get(instelling) ?? 0) + 1);
    }
    const perZorgaanbieder = [...aantallen]
      .map(([instelling, teLaat]) => ({ instelling, teLaat }))
      .sort((a, b) => b.teLaat - a.teLaat || (a.instelling < b.instelling ? -1 : 1));
    const teLaat = perZorgaanbieder.reduce((sum, one) => sum + one.teLaat, 0);
    return { peildag: norm.geldigVanaf, teLaat, perZorgaanbieder };
  }

  private beslis(
    ctx: RequestContext,
    voorstel: Normvoorstel,
    normen: readonly Normrij[],
  ): Omit<Normrij, 'contactnormID'> {
    return beslisNorm(voorstel, ctx.today, normen, (status, classificatie, dag) =>
      this.codelijsten.classificatiePaar(status, classificatie, dag),
    );
  }

  /** The bearers of the obligations among these bemiddelingen that the norm makes late on its first day. */
  private async teLaatDoor(
    tx: Tx,
    bemiddelingIDs: readonly string[],
    normen: readonly Normrij[],
    norm: Normrij,
    { soort }: Normvoorstel,
  ): Promise<string[]> {
    const dag = norm.geldigVanaf;
    const isLaat = (regel: { soort: string; van: Day; tot: Day | null; teLaatSinds: Day | null }): boolean =>
      regel.soort === soort &&
      holdsOn(dag, regel.van, regel.tot) &&
      regel.teLaatSinds !== null &&
      regel.teLaatSinds <= dag;
    const alLaat = new Set(
      (await findBoekregels(tx, bemiddelingIDs)).filter(isLaat).map(({ bemiddelingID }) => bemiddelingID),
    );
    return (await findFeiten(tx, bemiddelingIDs))
      .filter(({ bemiddelingID }) => !alLaat.has(bemiddelingID))
      .flatMap((feiten) =>
        verplichtingverloop({ ...feiten, normen: normenVan(feiten.zorgkantoor, [...normen, norm]) })
          .filter(isLaat)
          .map(({ instelling }) => instelling),
      );
  }
}
