import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { NietGevonden, OngeldigeInvoer, RegelGeschonden } from '../../platform/errors/index.js';
import { ordeningVan } from './beleid.queries.js';
import { verklaar, type Verklaring } from './domain/volgorde.js';
import type { Peiling } from './wachtlijst.bron.js';
import { findPlaatsen, listVisible } from './wachtlijst.queries.js';

/**
 * Which of two places comes first on a list, and why. The order of two places rests on their own values alone, so it is
 * the same under every filter and for every reader.
 * @param a bemiddelingspecificatieID
 * @param b bemiddelingspecificatieID of another
 * @throws NietGevonden when one is unknown or foreign: the two cannot be told apart
 * @throws RegelGeschonden VB6 when one does not wait on the day of the list, as known at its moment
 * @throws OngeldigeInvoer when the two are one
 */
export async function explainVolgorde(
  ctx: RequestContext,
  tx: Tx,
  { a, b }: { readonly a: string; readonly b: string },
  peiling: Peiling,
): Promise<Verklaring> {
  if (a === b) throw new OngeldigeInvoer('Geef twee verschillende plaatsen op.', { pad: ['b'] });
  const ordening = await ordeningVan(tx, peiling);
  const plaatsen = await findPlaatsen(ctx, tx, [a, b], peiling, ordening);
  tx.shown(plaatsen.map(({ clientID }) => clientID));
  const find = (id: string) => plaatsen.find((plaats) => plaats.bemiddelingspecificatieID === id);
  const [plaatsA, plaatsB] = [find(a), find(b)];
  if (plaatsA === undefined) throw await whyNot(ctx, tx, a, peiling, 'a');
  if (plaatsB === undefined) throw await whyNot(ctx, tx, b, peiling, 'b');
  const verklaring = verklaar(plaatsA, plaatsB, ordening.beleid);
  if (verklaring === null) throw new Error('Two places tie: this order is not total.');
  return verklaring;
}

/** Whoever may see the places of an allocation may know that it has none on that day; others not even that it exists. */
async function whyNot(
  ctx: RequestContext,
  tx: Tx,
  id: string,
  peiling: Peiling,
  naam: 'a' | 'b',
): Promise<NietGevonden | RegelGeschonden> {
  const known = await tx.query(
    `select from (
       select s.bemiddeling_id, s.instelling, b.verantwoordelijk_zorgkantoor as zorgkantoor
       from bemiddelingspecificatie s join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
       where s.bemiddelingspecificatie_id = $1
     ) w where ${listVisible(ctx, peiling)}`,
    [id],
  );
  if (known.length === 0) return new NietGevonden('De plaats op de wachtlijst', [naam]);
  return new RegelGeschonden(
    'VB6',
    'ADR 0008',
    'Deze toewijzing staat niet op de wachtlijst van die dag en is dus niet te vergelijken.',
    [naam],
  );
}
