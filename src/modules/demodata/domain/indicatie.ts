import { composeClient, type Identiteit } from './client.js';
import { type DemoIndicatie } from './demo-data.types.js';
import { type Kalender } from './kalender.js';
import { type Indicatieplan, type Omgeving } from './traject.js';

/** The first besluitnummer; the register keeps them below 1,000,000,000. */
const FIRST_BESLUITNUMMER = 420_000_000;

const PSYCHOGERIATRISCH = '02';

/** The indication with its client, as CIZ would give it. */
export function composeIndicatie(
  omgeving: Omgeving,
  kalender: Kalender,
  plan: Indicatieplan,
  identiteit: Identiteit,
): DemoIndicatie {
  const { random, regio } = omgeving;
  const { profiel } = plan;
  const ingangsdatum = kalender.day(plan.van);
  const einddatum = kalender.dayOrNull(plan.tot);
  // A decision sometimes takes effect some days later, never earlier.
  const afgiftedatum = random.chance(85) ? ingangsdatum : kalender.day(plan.van - random.int(1, 10));
  const wzd = profiel.grondslagen[0] === PSYCHOGERIATRISCH && random.chance(10) ? '1' : '2';
  return {
    wlzindicatieID: random.uuid(),
    bsn: identiteit.bsn,
    besluitnummer: FIRST_BESLUITNUMMER + identiteit.volgnummer,
    soortWlzindicatie: '1',
    afgiftedatum,
    ingangsdatum,
    einddatum,
    meerzorg: random.chance(2) ? '1' : '2',
    initieelVerantwoordelijkZorgkantoor: regio,
    vervaldatum: null,
    commentaar: null,
    grondslag: profiel.grondslagen.map((grondslag, index) => ({
      grondslagID: random.uuid(),
      grondslag,
      volgorde: index + 1,
    })),
    geindiceerdZorgzwaartepakket: [
      {
        geindiceerdZorgzwaartepakketID: random.uuid(),
        zzpCode: profiel.zzpCode,
        ingangsdatum,
        einddatum,
        voorkeurClient: plan.voorkeurClient,
        instellingVoorkeur: plan.instellingVoorkeur?.agbCode ?? null,
        financiering: '1',
        commentaar: null,
      },
    ],
    beperking: [],
    stoornis: [],
    stoornisScore: [],
    wzd: { wzdID: random.uuid(), wzdVerklaring: wzd, ingangsdatum, einddatum: null },
    client: composeClient(omgeving, kalender, plan, identiteit),
  };
}
