import { create } from 'xmlbuilder2';
import { isDay } from '../../../platform/clock/index.js';
import type { RequestContext } from '../../../platform/context/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { OngeldigeInvoer } from '../../../platform/errors/index.js';
import type { ReadRoute } from '../../../platform/graphql/index.js';
import { openInzage } from './inzage.js';
import { findInzagen, type InzageRow } from './inzage.queries.js';
import type { Periode } from './periode.js';

/** What a person can be sent in one go. */
const MEESTE_REGELS = 10_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The log of one client as XML: each element is a field of chapter 5 of NEN 7513. Throws as {@link openInzage}. */
export async function inzageXml(
  ctx: RequestContext,
  tx: Tx,
  clientID: string,
  periode: Periode,
): Promise<string> {
  await openInzage(ctx, tx, clientID, periode, 'client');
  const rows = await findInzagen(tx, clientID, periode, MEESTE_REGELS + 1, null);
  if (rows.length > MEESTE_REGELS)
    throw new OngeldigeInvoer(`Dit zijn meer dan ${MEESTE_REGELS} regels. Kies een kortere periode.`, {
      pad: ['tot'],
    });
  return create(
    { version: '1.0', encoding: 'UTF-8' },
    {
      Inzagelog: {
        '@norm': 'NEN 7513:2018',
        '@van': periode.van,
        '@tot': periode.tot,
        '@opgemaakt': ctx.now,
        Logregel: rows.map(regel),
      },
    },
  ).end({ prettyPrint: true });
}

/** `GET /inzagelog.xml?client=…&van=2026-01-01&tot=2026-12-31`: the log of a client as a file. */
export const inzagelogRoute: ReadRoute = {
  pad: '/inzagelog.xml',
  operatie: 'inzagelog.xml',
  rollen: ['ZORGKANTOOR', 'LOGBEHEERDER'],
  type: 'application/xml',
  answer: (ctx, tx, { client, van, tot, ...rest }) => {
    if (Object.keys(rest).length > 0) throw new OngeldigeInvoer('Vraag alleen client, van en tot.');
    if (client === undefined || !UUID.test(client))
      throw new OngeldigeInvoer('Een cliënt heeft een UUID.', { pad: ['client'] });
    return inzageXml(ctx, tx, client, { van: day(van, 'van'), tot: day(tot, 'tot') });
  },
};

function day(text: string | undefined, pad: string): string {
  if (text === undefined || !isDay(text))
    throw new OngeldigeInvoer('Dit is geen dag (JJJJ-MM-DD).', { pad: [pad] });
  return text;
}

function regel(row: InzageRow): object {
  return {
    Gebeurtenis: {
      Gebeurteniscode: { '@stelsel': 'wlz-regie', '@code': row.code, '#': row.naam },
      Actiecode: row.actie,
      Tijdstip: row.tijdstip,
      ...optional('Aard', row.aard),
      Resultaat: row.resultaat,
      Controles: row.controles,
      Omschrijving: row.omschrijving,
    },
    Gebruiker: {
      Identificator: row.uitgever === null ? row.gebruiker : `${row.gebruiker}@${row.uitgever}`,
      Rol: row.rol,
      ...optional('Organisatie', row.organisatie),
      VerantwoordelijkeGebruiker: row.verantwoordelijke ?? row.gebruiker,
    },
    Object: {
      Identificatortype: 'clientID',
      Klasse: '1',
      Identificator: row.clientID,
      Details: row.operatie,
      Autorisatieprotocol: row.autorisatieprotocol,
      ...optional('Behandelrelatieprotocol', row.grond),
    },
    Loggegevens: { BronIdentificator: row.bron, Regelnummer: row.logregelID },
  };
}

function optional(naam: string, waarde: string | null): object {
  return waarde === null ? {} : { [naam]: waarde };
}
