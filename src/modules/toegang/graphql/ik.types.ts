import { Field, ObjectType } from '@nestjs/graphql';
import type { Rol } from '../../../platform/context/index.js';

@ObjectType({ description: 'Wie deze vraag stelt, volgens het token.' })
export class Ik {
  @Field(() => String, { description: 'Identificatie van de persoon bij de uitgever van het token.' })
  sub!: string;

  @Field(() => String, { description: 'De rol waaronder dit verzoek loopt; kies een andere met x-wlz-rol.' })
  rol!: Rol;

  @Field(() => [String], { description: 'Alle rollen in het token.' })
  rollen!: readonly Rol[];

  @Field(() => [String], { description: 'De zorgkantoren (UZOVI) waarvoor dit verzoek loopt.' })
  uzovi!: readonly string[];

  @Field(() => String, { nullable: true, description: 'De zorgaanbieder (AGB) waarvoor dit verzoek loopt.' })
  agb!: string | null;

  @Field(() => String, { nullable: true, description: 'Naam van de organisatie, voor zover bekend.' })
  organisatie!: string | null;
}
