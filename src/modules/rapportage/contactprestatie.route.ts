import { addDays } from '../../platform/clock/index.js';
import { OngeldigeInvoer } from '../../platform/errors/index.js';
import type { ReadRoute } from '../../platform/graphql/index.js';
import {
  assertMaySeePrestatie,
  findContactprestatie,
  findPrestatiemaanden,
} from '../contactbewaking/index.js';
import { drawContactprestatie } from './grafiek/contactprestatie.svg.js';

/** The picture shows a year. */
const DAGEN = 366;

/** `GET /grafiek/contactprestatie.svg?instelling=99000001`: how a provider kept its contact obligations over a year. */
export const contactprestatieRoute: ReadRoute = {
  pad: '/grafiek/contactprestatie.svg',
  operatie: 'contactprestatiegrafiek',
  rollen: ['ZORGKANTOOR', 'ZORGAANBIEDER'],
  type: 'image/svg+xml',
  answer: async (ctx, tx, { instelling, ...rest }) => {
    if (Object.keys(rest).length > 0) throw new OngeldigeInvoer('Vraag alleen instelling.');
    if (instelling === undefined || !/^\d{8}$/.test(instelling))
      throw new OngeldigeInvoer('Een AGB-code heeft acht cijfers.', { pad: ['instelling'] });
    assertMaySeePrestatie(ctx.actor, instelling);
    const van = addDays(ctx.today, 1 - DAGEN);
    tx.searched({ grafiek: 'contactprestatie', instelling });
    const prestatie = await findContactprestatie(ctx, tx, instelling, van, ctx.today);
    const maanden = await findPrestatiemaanden(ctx, tx, instelling, van, ctx.today);
    return drawContactprestatie({ prestatie, maanden });
  },
};
