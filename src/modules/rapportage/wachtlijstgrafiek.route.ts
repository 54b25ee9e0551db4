import type { ReadRoute } from '../../platform/graphql/index.js';
import { OngeldigeInvoer } from '../../platform/errors/index.js';
import { GRAFIEKVELDEN, grafiekvraag } from './grafiekvraag.js';
import { wachtlijstgrafiek } from './wachtlijstgrafiek.js';

/** `GET /grafiek/wachtlijst.svg?zorgkantoor=5517`: the picture of a waiting list, for who may ask its counts. */
export const wachtlijstgrafiekRoute: ReadRoute = {
  pad: '/grafiek/wachtlijst.svg',
  operatie: 'wachtlijstgrafiek',
  rollen: ['ZORGKANTOOR', 'ZORGAANBIEDER'],
  type: 'image/svg+xml',
  answer: (ctx, tx, opgave) => {
    const onbekend = Object.keys(opgave).some((naam) => !(GRAFIEKVELDEN as readonly string[]).includes(naam));
    if (onbekend) throw new OngeldigeInvoer(`Vraag alleen ${GRAFIEKVELDEN.join(', ')}.`);
    const { vraag, maanden } = grafiekvraag(ctx, opgave);
    return wachtlijstgrafiek(ctx, tx, vraag, maanden);
  },
};
