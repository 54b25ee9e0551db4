import { createHash } from 'node:crypto';

/** The hash before the first line. */
export const BEGIN = sha256(Buffer.alloc(0));

/**
 * The columns of a line that its seal covers, as SQL over `l`, in order; another list is another version. The database
 * makes the seals with a list of its own (migration 31); they must be the same, or no chain holds.
 */
export const VELDEN: readonly string[] = [
  'l.logregel_id::text',
  '(extract(epoch from l.tijdstip) * 1000000)::bigint::text',
  ...[
    'l.request_id',
    'l.gebruiker',
    'l.rol',
    'l.organisatie',
    'l.operatie',
    'l.actie',
    'l.resultaat::text',
    'l.reden',
  ],
  ...[
    'l.client_id::text',
    'l.zoekvraag::text',
    'l.gebeurtenis',
    'l.controles',
    'l.uitgever',
    'l.verantwoordelijke',
  ],
  ...['l.toegangspunt', 'l.autorisatieprotocol', 'l.grond', 'l.bron', 'l.trace_id'],
];

const VERSIE = '1';

/** Each field with its length in bytes before it, so that no two lines can have the same content. */
export function inhoudVan(velden: readonly (string | null)[]): string {
  return [VERSIE, ...velden.map((veld) => (veld === null ? '-' : `${Buffer.byteLength(veld)}:${veld}`))].join(
    ',',
  );
}

/** The seal of a line: over the seal before it and its own content. */
export function zegelVan(vorige: Buffer, velden: readonly (string | null)[]): Buffer {
  return sha256(Buffer.concat([vorige, Buffer.from(inhoudVan(velden), 'utf8')]));
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
