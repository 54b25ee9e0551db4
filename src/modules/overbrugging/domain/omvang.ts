import { addDays, isOrdered, OPEN_END } from '../../../platform/clock/index.js';
import { OngeldigeInvoer, RegelGeschonden } from '../../../platform/errors/index.js';
import type { Aanvraagregel } from './verzoek.js';

/**
 * How far from the day of the request the care may begin. Silence allocates what was asked for, so it cannot be long ago:
 * two weeks are the ten werkdagen in which one may report late. Not far ahead either: thirteen weeks are as long as extra
 * bridging care lasts. Both are ours (ADR 0011).
 */
const DAGEN_TERUG = 14;
const DAGEN_VOORUIT = 91;
/** All of the care, in hundredths of a per cent. */
export const HEEL = 10_000;

/** TR070: the care lies within the allocation it bridges to. */
export const valtBinnenDeToewijzing: Aanvraagregel = (aanvraag, { regulier }) => {
  const { toewijzingIngangsdatum: van, toewijzingEinddatum: tot } = aanvraag;
  if (!isOrdered(van, tot)) {
    throw new OngeldigeInvoer('De einddatum ligt voor de ingangsdatum.', { pad: ['toewijzingEinddatum'] });
  }
  if (van < regulier.ingangsdatum) {
    throw new RegelGeschonden('T9', 'TR070', 'De overbrugging begint voor de toewijzing.', [
      'toewijzingIngangsdatum',
    ]);
  }
  if ((tot ?? OPEN_END) > (regulier.einddatum ?? OPEN_END)) {
    throw new RegelGeschonden('T9', 'TR070', 'De overbrugging loopt door na de toewijzing.', [
      'toewijzingEinddatum',
    ]);
  }
};

/** OP037: what silence allocates began recently or begins soon. */
export const begintRondVandaag: Aanvraagregel = ({ toewijzingIngangsdatum: van }, { vandaag }) => {
  if (van >= addDays(vandaag, -DAGEN_TERUG) && van <= addDays(vandaag, DAGEN_VOORUIT)) return;
  const melding =
    van < vandaag
      ? `Overbrugging wordt aangevraagd uiterlijk ${DAGEN_TERUG} dagen nadat zij begon.`
      : `Overbrugging begint binnen ${DAGEN_VOORUIT} dagen na het verzoek.`;
  throw new RegelGeschonden('T9', 'OP037', melding, ['toewijzingIngangsdatum']);
};

/** CS129: a share of the care, and never more than all of it. */
export const hooguitDeHeleZorg: Aanvraagregel = ({ percentage }) => {
  if (percentage <= HEEL) return;
  throw new RegelGeschonden('T2', 'CS129', 'Overbrugging is hooguit alle zorg: 10000 honderdsten.', [
    'percentage',
  ]);
};
