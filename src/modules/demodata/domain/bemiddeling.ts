import { ETMALEN } from './codes.js';
import { type DemoIndicatie } from './demo-data.types.js';
import {
  type DemoAfstel,
  type DemoBemiddeling,
  type DemoBemiddelingspecificatie,
  type DemoClientVerwijzing,
  type DemoLevering,
} from './demo-registers.types.js';
import { type Kalender } from './kalender.js';
import { type Random } from './random.js';
import { type Leveringplan, type Omgeving, type Specificatieplan, type Traject } from './traject.js';

/** The allocation with its specificaties and roles, in the order of the plan. */
export function composeBemiddeling(
  omgeving: Omgeving,
  kalender: Kalender,
  traject: Traject,
  indicatie: DemoIndicatie,
): DemoBemiddeling {
  const { random, regio } = omgeving;
  const { zzpCode } = traject.indicatie.profiel;
  return {
    bemiddelingID: random.uuid(),
    wlzIndicatieID: indicatie.wlzindicatieID,
    verantwoordelijkZorgkantoor: regio,
    verantwoordelijkheidIngangsdatum: indicatie.ingangsdatum,
    verantwoordelijkheidEinddatum: null,
    client: { clientID: indicatie.client.clientID, bsn: indicatie.bsn },
    bemiddelingspecificatie: traject.specificaties.map((plan) =>
      composeSpecificatie(omgeving, kalender, zzpCode, plan),
    ),
    regiehouder: traject.rollen.map((rol) => ({
      regiehouderID: random.uuid(),
      instelling: rol.aanbieder.agbCode,
      ingangsdatum: kalender.day(rol.van),
      einddatum: kalender.dayOrNull(rol.tot),
      regierol: rol.regierol,
    })),
  };
}

function composeSpecificatie(
  { random, regio }: Omgeving,
  kalender: Kalender,
  zzpCode: string,
  plan: Specificatieplan,
): DemoBemiddelingspecificatie {
  const { leveringsvorm } = plan;
  const isPgb = leveringsvorm === '2';
  return {
    bemiddelingspecificatieID: random.uuid(),
    leveringsvorm,
    zzpCode,
    toewijzingIngangsdatum: kalender.day(plan.van),
    toewijzingEinddatum: kalender.dayOrNull(plan.tot),
    instelling: plan.aanbieder?.agbCode ?? null,
    // The office that contracts the provider executes the allocation.
    uitvoerendZorgkantoor: plan.aanbieder?.zorgkantoor ?? regio,
    vaststellingMoment: kalender.moment(plan.van, random),
    percentage: isPgb ? null : plan.aandeel,
    pgbPercentage: isPgb ? plan.aandeel : null,
    opname: leveringsvorm === '4' || leveringsvorm === '8' ? '1' : null,
    redenIntrekking: plan.redenIntrekking,
    etmalen: leveringsvorm === '8' ? random.pick(ETMALEN) : null,
    instellingBestemming: plan.bestemming?.agbCode ?? null,
    soortToewijzing: plan.soort,
  };
}

/** What the provider reported on one specificatie. */
export function composeLevering(
  random: Random,
  kalender: Kalender,
  client: DemoClientVerwijzing,
  bemiddelingspecificatieID: string,
  plan: Leveringplan,
): DemoLevering {
  return {
    leveringID: random.uuid(),
    client,
    bemiddelingspecificatieID,
    uitstelperiodes: plan.uitstel.map((periode) => ({
      uitstelperiodeID: random.uuid(),
      ingangsdatum: kalender.day(periode.van),
      vaststellingMoment: kalender.moment(periode.van + random.int(0, 5), random),
      reden: null,
      leveringsstatus: periode.status,
      leveringsstatusClassificatie: periode.classificatie,
      einddatum: kalender.dayOrNull(periode.tot),
    })),
    leveringperiodes: plan.zorg.map((periode) => ({
      leveringperiodeID: random.uuid(),
      ingangsdatum: kalender.day(periode.van),
      vaststellingMoment: kalender.moment(periode.van, random),
      sleuteldatum: null,
      einddatum: kalender.dayOrNull(periode.tot),
      beeindigingReden: periode.beeindigingReden,
      aanbiederBestemming: null,
    })),
    afstel: plan.afstel === null ? null : composeAfstel(random, kalender, plan.afstel),
  };
}

function composeAfstel(
  random: Random,
  kalender: Kalender,
  plan: NonNullable<Leveringplan['afstel']>,
): DemoAfstel {
  return {
    afstelID: random.uuid(),
    afsteldatum: kalender.day(plan.op),
    vaststellingMoment: kalender.moment(plan.op + random.int(0, 2), random),
    reden: plan.reden,
    aanbiederBestemming: plan.bestemming?.agbCode ?? null,
  };
}
