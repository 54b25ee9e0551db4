import { isIngetrokkenVoorIngang } from '../bemiddeling/index.js';
import type { Feitsoort, Gebeurtenis, Registratieversie } from './domain/oorzaken.js';
import type { Afstel, Leveringperiode, Uitstelperiode } from './domain/traject.js';
import type { Bemiddelingfeit, Indicatiefeit, Kennis, Toewijzingfeit } from './kennis.repository.js';

/** COD172: client overleden. */
const OVERLEDEN = '1';

/** The facts under an allocation with what each means for the list. */
export function feitsoorten(kennis: Kennis): Feitsoort[] {
  const geenDagen = () => ({ van: null, tot: null });
  return [
    soort<Uitstelperiode>(kennis.uitstelperioden, {
      id: ({ uitstelperiodeID }) => uitstelperiodeID,
      telt: ({ reden: _r, redenHandmatig: _h, ...telt }) => telt,
      dagen: ({ ingangsdatum, einddatum }) => ({ van: ingangsdatum, tot: einddatum }),
      gebeurtenis: (before, after) => periode(before, after, 'WACHTSTATUS', 'WACHTSTATUS_BEEINDIGD'),
      opDag: () => ({ begin: 'WACHTSTATUS', einde: 'WACHTSTATUS_BEEINDIGD' }),
    }),
    soort<Leveringperiode>(kennis.leveringperioden, {
      id: ({ leveringperiodeID }) => leveringperiodeID,
      telt: ({ ingangsdatum, einddatum }) => [ingangsdatum, einddatum],
      dagen: ({ ingangsdatum, einddatum }) => ({ van: ingangsdatum, tot: einddatum }),
      gebeurtenis: (before, after) => periode(before, after, 'ZORG_BEGONNEN', 'ZORG_BEEINDIGD'),
      opDag: () => ({ begin: 'ZORG_BEGONNEN', einde: 'ZORG_BEEINDIGD' }),
    }),
    soort<Afstel>(kennis.afstel, {
      id: ({ afstelID }) => afstelID,
      telt: ({ afsteldatum }) => afsteldatum,
      dagen: ({ afsteldatum }) => ({ van: afsteldatum, tot: null }),
      gebeurtenis: (before) => (before === null ? 'AFSTEL' : 'CORRECTIE'),
      opDag: () => ({ begin: 'AFSTEL', einde: 'AFSTEL' }),
    }),
    soort<Toewijzingfeit>(kennis.specificatie, {
      id: ({ bemiddelingspecificatieID }) => bemiddelingspecificatieID,
      telt: (inhoud) => inhoud,
      dagen: ({ toewijzingIngangsdatum, toewijzingEinddatum }) => ({
        van: toewijzingIngangsdatum,
        tot: toewijzingEinddatum,
      }),
      gebeurtenis: toewijzing,
      opDag: ({ redenIntrekking }) => ({
        begin: 'TOEWIJZING',
        einde: redenIntrekking === OVERLEDEN ? 'OVERLIJDEN' : 'TOEWIJZING_BEEINDIGD',
      }),
    }),
    soort<Bemiddelingfeit>(kennis.bemiddeling, {
      id: ({ bemiddelingID }) => bemiddelingID,
      telt: (inhoud) => inhoud,
      dagen: geenDagen,
      gebeurtenis: (before) => (before === null ? 'TOEWIJZING' : 'ZORGKANTOOR'),
      opDag: () => ({ begin: 'TOEWIJZING', einde: 'TOEWIJZING' }),
    }),
    soort<Indicatiefeit>(kennis.indicatie, {
      id: ({ wlzIndicatieID }) => wlzIndicatieID,
      telt: (inhoud) => inhoud,
      dagen: geenDagen,
      gebeurtenis: () => 'INDICATIE',
      opDag: () => ({ begin: 'INDICATIE', einde: 'INDICATIE' }),
    }),
  ];
}

interface Kenmerken<Inhoud> {
  readonly id: (inhoud: Inhoud) => string;
  readonly telt: (inhoud: Inhoud) => unknown;
  readonly dagen: (inhoud: Inhoud) => ReturnType<Feitsoort['dagen']>;
  readonly gebeurtenis: (before: Inhoud | null, after: Inhoud) => Gebeurtenis;
  readonly opDag: (inhoud: Inhoud) => ReturnType<Feitsoort['opDag']>;
}

/** Each kind reads only versions of its own, so what it takes need not be told apart from the others. */
function soort<Inhoud extends object>(
  versies: readonly (Registratieversie & { readonly inhoud: Inhoud })[],
  kenmerken: Kenmerken<Inhoud>,
): Feitsoort {
  return { versies, ...kenmerken };
}

function periode(
  before: Uitstelperiode | Leveringperiode | null,
  after: Uitstelperiode | Leveringperiode,
  begin: Gebeurtenis,
  einde: Gebeurtenis,
): Gebeurtenis {
  if (before === null) return begin;
  return before.einddatum === null && after.einddatum !== null && before.ingangsdatum === after.ingangsdatum
    ? einde
    : 'CORRECTIE';
}

function toewijzing(before: Toewijzingfeit | null, after: Toewijzingfeit): Gebeurtenis {
  if (before === null) return 'TOEWIJZING';
  if (
    before.toewijzingEinddatum === after.toewijzingEinddatum &&
    before.redenIntrekking === after.redenIntrekking
  )
    return 'CORRECTIE';
  if (after.redenIntrekking === OVERLEDEN) return 'OVERLIJDEN';
  if (isIngetrokkenVoorIngang(after)) return 'TOEWIJZING_INGETROKKEN';
  return after.toewijzingEinddatum === null ? 'CORRECTIE' : 'TOEWIJZING_BEEINDIGD';
}
