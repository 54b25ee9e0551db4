import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, Matches, MaxLength, ValidateNested } from 'class-validator';
import { DateScalar, PageArgs } from '../../../platform/graphql/index.js';
import type { ClientenFilter, Zonder } from '../clienten.queries.js';

export enum ZonderEnum {
  DOSSIERHOUDER = 'DOSSIERHOUDER',
  TOEWIJZING = 'TOEWIJZING',
}

registerEnumType(ZonderEnum, {
  name: 'Zonder',
  description: 'Wat een cliënt met een geldige indicatie nog mist.',
  valuesMap: {
    DOSSIERHOUDER: {
      description:
        'Geen dossierhouder, terwijl er nog niets is toegewezen of verblijf, vpt of dtv is toegewezen.',
    },
    TOEWIJZING: { description: 'Geen lopende of komende toewijzing.' },
  },
});

@InputType({ description: 'Alle opgegeven delen moeten gelden.' })
export class ClientenFilterInput implements ClientenFilter {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(9, { message: 'Een BSN bestaat uit negen cijfers.' })
  bsn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Begin van de geslachtsnaam of partnernaam, met of zonder voorvoegsel.',
  })
  @IsOptional()
  @MaxLength(100, { message: 'Deze naam is te lang.' })
  naam?: string | null;

  @Field(() => DateScalar, { nullable: true })
  geboortedatum?: string | null;

  @Field(() => String, { nullable: true, description: 'Het verantwoordelijke zorgkantoor (COD001).' })
  @IsOptional()
  @Matches(/^\d{4}$/, { message: 'Een zorgkantoor heeft een code van vier cijfers.' })
  zorgkantoor?: string | null;

  @Field(() => [ZonderEnum], { nullable: true })
  zonder?: Zonder[] | null;
}

@ArgsType()
export class ClientenArgs extends PageArgs {
  @Field(() => ClientenFilterInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ClientenFilterInput)
  filter?: ClientenFilterInput | null;
}
