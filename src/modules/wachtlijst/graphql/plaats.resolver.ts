import { ResolveField, Resolver } from '@nestjs/graphql';
import type { Instant } from '../../../platform/clock/index.js';
import type { GraphqlContext, Page } from '../../../platform/graphql/index.js';
import { sleutelVan } from '../domain/volgorde.js';
import { toetsNorm, type Normtoets } from '../domain/wachtnorm.js';
import { klok, type Klok as KlokRow } from '../klok.queries.js';
import type { WachtlijstRow } from '../wachtlijst.queries.js';
import type { Weglating } from '../weglatingen.queries.js';
import { eersteToewijzingByPlaats, keyOf, normenByPeiling } from './plaats.loaders.js';
import { Klok, Sleutelwaarde, Wachtnormtoets, Weggelaten } from './plaats.types.js';
import { WachtlijstConnection, Wachtlijstregel } from './wachtlijst.types.js';

/** What the resolver of the list hands on; `weglatingen` counts only when somebody asks. */
export interface WachtlijstPage extends Page<WachtlijstRow> {
  readonly beleid: number;
  readonly volledigBerekendOp: Instant;
  readonly weglatingen: () => Promise<Weglating[]>;
}

/** Why a place stands where it stands, and how long somebody waits on it. */
@Resolver(() => Wachtlijstregel)
export class PlaatsResolver {
  @ResolveField(() => [Sleutelwaarde], { description: 'Waar de volgorde op berust, in die volgorde.' })
  sleutel(regel: WachtlijstRow): Sleutelwaarde[] {
    return sleutelVan(regel.volgordebeleid, regel);
  }

  @ResolveField(() => Klok, {
    description: 'Sinds de eerste toewijzing aan deze zorgaanbieder voor dit zorgprofiel (IV018).',
  })
  async sindsToewijzing(regel: WachtlijstRow, _args: unknown, ctx: GraphqlContext): Promise<KlokRow> {
    const key = keyOf(regel.peiling, regel.bemiddelingspecificatieID);
    const datum = await ctx.load(eersteToewijzingByPlaats, key);
    return klok(datum ?? regel.toewijzingIngangsdatum, regel.peiling);
  }

  @ResolveField(() => Klok, { description: 'Sinds de ingang van de wachtstatus.' })
  sindsStatus(regel: WachtlijstRow): KlokRow {
    return klok(regel.statusIngangsdatum, regel.peiling);
  }

  @ResolveField(() => Klok, {
    description: 'Sinds het begin van het onafgebroken wachten op de statussen van de norm.',
  })
  sindsNormklok(regel: WachtlijstRow): KlokRow {
    return klok(regel.normklokVan, regel.peiling);
  }

  @ResolveField(() => Wachtnormtoets, {
    description: 'De streefnorm als die is ingevuld, anders de Treeknorm van de sector, over de normklok.',
  })
  async norm(regel: WachtlijstRow, _args: unknown, ctx: GraphqlContext): Promise<Normtoets> {
    const normen = (await ctx.load(normenByPeiling, keyOf(regel.peiling))) ?? [];
    return toetsNorm(normen, { ...regel, leveringsstatus: regel.wachtstatusCode }, regel.peiling.op);
  }
}

@Resolver(() => WachtlijstConnection)
export class WachtlijstConnectionResolver {
  @ResolveField(() => [Weggelaten], {
    description: 'Wie niet op de lijst staat onder dit filter, per reden; alleen geteld als u het vraagt.',
  })
  weggelaten(page: WachtlijstPage): Promise<Weglating[]> {
    return page.weglatingen();
  }
}
