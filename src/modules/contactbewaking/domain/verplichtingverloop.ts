import { addDays, holdsOn, type Day } from '../../../platform/clock/index.js';
import { geldendeNorm, type Normrij } from './contactnorm.js';
import { contactTelt, nieuwsteHouder, type Contactgegevens } from './contactplicht.js';
import type { Periode } from './keten.js';
import { snijdagen } from './snijdagen.js';
import { doorsnede, samengevoegd } from './tijdvakken.js';
import { KENMERKEN, VERPLICHTINGSOORTEN, type Contact, type Verplichtingsoort } from './verplichting.js';
import type { Afloop, Inhoud, Verplichtingregel } from './verplichtingregel.js';
import { waaromGeeindigd, type Eindes, type Wachtregel } from './vervalreden.js';

/** Everything that is known of one bemiddeling and bears on its obligations. */
export interface Verplichtingfeiten extends Contactgegevens {
  readonly wachtsegmenten: readonly Wachtregel[];
  readonly normen: readonly Normrij[];
  readonly eindes: Eindes;
}

/**
 * All obligations of one bemiddeling, past, present and announced, in order. Of each kind exactly one counts on every
 * day on which contactplicht.ts says that the duty lives, with what it says that day, and none on any other.
 */
export function verplichtingverloop(feiten: Verplichtingfeiten): Verplichtingregel[] {
  return VERPLICHTINGSOORTEN.flatMap((soort) => verloopVan(soort, feiten));
}

function verloopVan(soort: Verplichtingsoort, feiten: Verplichtingfeiten): Verplichtingregel[] {
  const { rollen, wachtstatussen } = KENMERKEN[soort];
  const plichtig = feiten.wachtsegmenten.filter(({ leveringsstatus }) =>
    wachtstatussen.includes(leveringsstatus),
  );
  if (plichtig.length === 0) return [];
  const leven = rollen
    .map((regierol) => samengevoegd(rolperioden(feiten, regierol)))
    .reduce(doorsnede, samengevoegd(plichtig));
  return leven.flatMap((tijdvak) => binnen(soort, tijdvak, plichtig, feiten));
}

function rolperioden({ rollen }: Verplichtingfeiten, regierol: string): Periode[] {
  return rollen
    .filter((rol) => rol.regierol === regierol)
    .map(({ ingangsdatum, einddatum }) => ({ van: ingangsdatum, tot: einddatum }));
}

/** The obligations of one unbroken stretch of living. */
function binnen(
  soort: Verplichtingsoort,
  leven: Periode,
  plichtig: readonly Wachtregel[],
  feiten: Verplichtingfeiten,
): Verplichtingregel[] {
  const tellend = feiten.contacten
    .filter(({ datum }) => holdsOn(datum, leven.van, leven.tot))
    .filter((contact) => contactTelt(soort, contact, feiten.rollen))
    .sort(volgorde);
  const stretches: { van: Day; inhoud: Inhoud }[] = [];
  for (const dag of snijdagen(soort, leven, plichtig, tellend, feiten)) {
    const inhoud = opDag(soort, dag, leven.van, plichtig, tellend, feiten);
    const vorige = stretches.at(-1)?.inhoud;
    if (vorige === undefined || !isGelijk(vorige, inhoud)) stretches.push({ van: dag, inhoud });
  }
  return stretches.map(({ van, inhoud }, index) => {
    const volgende = stretches[index + 1];
    const tot = volgende === undefined ? leven.tot : addDays(volgende.van, -1);
    const laat = inhoud.uiterlijk < van ? van : addDays(inhoud.uiterlijk, 1);
    const teLaatSinds = tot === null || laat <= tot ? laat : null;
    return {
      ...inhoud,
      van,
      tot,
      teLaatSinds,
      ...afloopVan(inhoud, tot, volgende?.inhoud, plichtig, feiten),
    };
  });
}

function opDag(
  soort: Verplichtingsoort,
  dag: Day,
  begin: Day,
  plichtig: readonly Wachtregel[],
  tellend: readonly Contact[],
  { rollen, normen }: Verplichtingfeiten,
): Inhoud {
  const houder = nieuwsteHouder(rollen, KENMERKEN[soort].drager, dag);
  if (houder === null) throw new Error('a duty lives without a bearer');
  const gehad = tellend.filter(({ datum }) => datum <= dag);
  const laatste = gehad.at(-1);
  const wachtend = plichtig.filter(({ van, tot }) => holdsOn(dag, van, tot));
  const { maxDagen, rij } = geldendeNorm(soort, dag, wachtend, normen);
  const termijnVan = laatste?.datum ?? begin;
  return {
    soort,
    instelling: houder.instelling,
    begin,
    termijnVan,
    laatsteContactID: laatste?.contactmomentID ?? null,
    voorlaatsteContact: gehad.at(-2)?.datum ?? null,
    contactnormID: rij?.contactnormID ?? null,
    normVersie: rij?.versie ?? null,
    maxDagen,
    uiterlijk: addDays(termijnVan, maxDagen),
  };
}

function afloopVan(
  inhoud: Inhoud,
  tot: Day | null,
  volgende: Inhoud | undefined,
  plichtig: readonly Wachtregel[],
  { wachtsegmenten, eindes }: Verplichtingfeiten,
): Afloop {
  if (volgende === undefined) {
    if (tot === null) return { afloop: null };
    return { afloop: 'VERVALLEN', vervalreden: waaromGeeindigd(tot, wachtsegmenten, plichtig, eindes) };
  }
  if (volgende.laatsteContactID !== null && volgende.laatsteContactID !== inhoud.laatsteContactID)
    return { afloop: 'VOLDAAN', voldaanDoor: volgende.laatsteContactID, voldaanOp: volgende.termijnVan };
  const vervalreden = volgende.instelling === inhoud.instelling ? 'TERMIJN_HERZIEN' : 'OVERGEDRAGEN';
  return { afloop: 'VERVALLEN', vervalreden };
}

function isGelijk(a: Inhoud, b: Inhoud): boolean {
  return (
    a.instelling === b.instelling &&
    a.laatsteContactID === b.laatsteContactID &&
    a.contactnormID === b.contactnormID &&
    a.maxDagen === b.maxDagen
  );
}

/** By day, of one day by id: the last is the one that counts as the last contact. */
function volgorde(a: Contact, b: Contact): number {
  if (a.datum !== b.datum) return a.datum < b.datum ? -1 : 1;
  return a.contactmomentID < b.contactmomentID ? -1 : 1;
}
