import { Context, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../../platform/context/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { GraphqlContext } from '../../../platform/graphql/index.js';
import { Toegang } from '../toegang.decorator.js';
import { Ik } from './ik.types.js';

/** Names of zorgkantoren are in code list COD001, those of providers in the register. Neither is about a client. */
const ZORGKANTOREN = `
  select string_agg(naam, ' en ' order by code) as naam
  from (
    select distinct on (code) code, omschrijving as naam from codelijst_waarde
    where lijst = 'COD001' and code = any ($1::text[])
    order by code, ingangsdatum desc
  ) as zorgkantoor`;
const ZORGAANBIEDER = 'select naam from zorgaanbieder where agb = $1';

@Resolver(() => Ik)
export class IkResolver {
  @Query(() => Ik, { description: 'Wie ben ik, en namens welke organisatie?' })
  @Toegang('ZORGKANTOOR', 'ZORGAANBIEDER', 'BEHEERDER', 'LOGBEHEERDER')
  async ik(@Context() ctx: GraphqlContext): Promise<Ik> {
    const { actor } = ctx.request;
    return { ...actor, organisatie: await organisatie(await ctx.read(), actor) };
  }
}

async function organisatie(tx: Tx, { rol, uzovi, agb }: Actor): Promise<string | null> {
  if (rol === 'ZORGKANTOOR') return naamUit(await tx.query<{ naam: string | null }>(ZORGKANTOREN, [uzovi]));
  if (agb !== null) return naamUit(await tx.query<{ naam: string | null }>(ZORGAANBIEDER, [agb]));
  return null;
}

function naamUit(rows: readonly { naam: string | null }[]): string | null {
  return rows[0]?.naam ?? null;
}
