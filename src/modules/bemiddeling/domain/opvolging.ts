import { addDays, holdsOn, type Day } from '../../../platform/clock/index.js';
import { OngeldigeInvoer, RegelGeschonden } from '../../../platform/errors/index.js';
import { laatsteDag, type Bemiddelingstaat, type Regiehouder, type Specificatie } from './bemiddeling.js';
import { kenmerken, ROLNAAM, type Regierol } from './leveringsvorm.js';
import { houdersVan, laatsteReden } from './rollen.js';

/** Somebody who takes a role on; the role lasts as long as an allocation calls for it. */
export interface NieuweHouder {
  readonly regiehouderID: string;
  readonly instelling: string;
  readonly regierol: Regierol;
  readonly ingangsdatum: Day;
}

/** The role that comes with a new allocation. Absent parts follow the allocation. */
export interface HouderBijToewijzing {
  readonly regiehouderID: string;
  readonly instelling: string;
  readonly regierol: Regierol | null;
  readonly ingangsdatum: Day | null;
}

/** Adds an allocation and, when given, the holder of the role it calls for. */
export function allocate(
  staat: Bemiddelingstaat,
  specificatie: Specificatie,
  houder: HouderBijToewijzing | null,
): Bemiddelingstaat {
  const metToewijzing = { ...staat, specificaties: [...staat.specificaties, specificatie] };
  if (houder === null) return metToewijzing;
  const regierol = houder.regierol ?? kenmerken(specificatie.leveringsvorm).regierol;
  if (regierol === null) {
    throw new OngeldigeInvoer('Bij een pgb hoort geen regiehouder.', {
      regel: 'R1',
      bron: 'CD073',
      pad: ['regiehouder'],
    });
  }
  const ingangsdatum = houder.ingangsdatum ?? specificatie.toewijzingIngangsdatum;
  return addHouder(metToewijzing, { ...houder, regierol, ingangsdatum });
}

/**
 * Gives a role to another provider. The running holder keeps it up to the day before, or up to and including the day of
 * hand-over when that is asked for.
 * @param laatsteDagVorige last day of the running holder; null for the day before the hand-over
 */
export function assignRegiehouder(
  staat: Bemiddelingstaat,
  nieuw: NieuweHouder,
  laatsteDagVorige: Day | null,
): Bemiddelingstaat {
  const vorige = houdersVan(staat, nieuw.regierol)
    .filter(({ ingangsdatum, einddatum }) => holdsOn(nieuw.ingangsdatum, ingangsdatum, einddatum))
    .at(-1);
  if (vorige?.instelling === nieuw.instelling) {
    throw new OngeldigeInvoer(`Deze zorgaanbieder is al ${ROLNAAM[nieuw.regierol]}.`, {
      pad: ['instelling'],
    });
  }
  const regiehouders = staat.regiehouders.map((houder) =>
    houder === vorige
      ? { ...houder, einddatum: eindeVorige(houder, nieuw.ingangsdatum, laatsteDagVorige) }
      : houder,
  );
  return addHouder({ ...staat, regiehouders }, nieuw);
}

/** Ends a role. Whether it may end without a successor is for the rules to say. */
export function endRegiehouder(staat: Bemiddelingstaat, id: string, einddatum: Day): Bemiddelingstaat {
  const regiehouders = staat.regiehouders.map((houder) => {
    if (houder.regiehouderID !== id) return houder;
    if (einddatum < houder.ingangsdatum) {
      throw new OngeldigeInvoer('De einddatum ligt voor de ingangsdatum.', { pad: ['einddatum'] });
    }
    if (einddatum > laatsteDag(houder.einddatum)) {
      throw new OngeldigeInvoer('Een vastgelegde einddatum kan alleen naar voren.', { pad: ['einddatum'] });
    }
    return { ...houder, einddatum };
  });
  return { ...staat, regiehouders };
}

function addHouder(staat: Bemiddelingstaat, nieuw: NieuweHouder): Bemiddelingstaat {
  const { regiehouderID, instelling, regierol, ingangsdatum } = nieuw;
  const einddatum = laatsteReden(staat, regierol);
  if (einddatum === undefined || laatsteDag(einddatum) < ingangsdatum) {
    throw new RegelGeschonden(
      'R1',
      'CD073',
      `Op deze dag vraagt geen toewijzing om een ${ROLNAAM[regierol]}.`,
      ['regierol'],
    );
  }
  const houder: Regiehouder = { regiehouderID, instelling, regierol, ingangsdatum, einddatum };
  return { ...staat, regiehouders: [...staat.regiehouders, houder] };
}

function eindeVorige(vorige: Regiehouder, overdracht: Day, gevraagd: Day | null): Day {
  const dagErvoor = addDays(overdracht, -1);
  if (gevraagd === null) return vorige.ingangsdatum <= dagErvoor ? dagErvoor : overdracht;
  if (gevraagd >= vorige.ingangsdatum && (gevraagd === overdracht || gevraagd === dagErvoor)) return gevraagd;
  throw new RegelGeschonden(
    'R3',
    'RFC24016',
    'De vorige houder eindigt op de dag van overdracht of de dag ervoor.',
    ['laatsteDagVorige'],
  );
}
