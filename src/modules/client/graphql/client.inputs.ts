import { Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsInt,
  IsOptional,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { DateScalar, DateTimeScalar, UuidScalar } from '../../../platform/graphql/index.js';
import type { UpdateClientgegevens } from '../client.service.js';
import type { Clientopgave, Contactgegevensopgave, Contactpersoonopgave } from '../domain/clientopgave.js';

const MOST = 20;
const TOO_MANY = { message: `Geef er ten hoogste ${MOST} tegelijk op.` };
const TOO_LONG = { message: 'Deze tekst is te lang.' };
const CODE = { message: 'Dit is geen code.' };

/** An optional line of text. */
function Tekst(description?: string): PropertyDecorator {
  return (target, name) => {
    Field(() => String, { nullable: true, description })(target, name);
    IsOptional()(target, name);
    MaxLength(250, TOO_LONG)(target, name);
  };
}

/** An optional code of a code list. */
function Code(lijst: string): PropertyDecorator {
  return (target, name) => {
    Field(() => String, { nullable: true, description: `${lijst}.` })(target, name);
    IsOptional()(target, name);
    MaxLength(10, CODE)(target, name);
  };
}

@InputType()
export class ContactgegevensInput implements Contactgegevensopgave {
  @Field(() => UuidScalar, { nullable: true, description: 'Van bestaande gegevens; leeg voor nieuwe.' })
  contactgegevensID?: string | null;

  @Code('COD757') adressoort?: string | null;
  @Tekst() straatnaam?: string | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt({ message: 'Een huisnummer is een geheel getal.' })
  @Min(1, { message: 'Een huisnummer is ten minste 1.' })
  @Max(99_999, { message: 'Een huisnummer heeft ten hoogste vijf cijfers.' })
  huisnummer?: number | null;

  @Tekst() huisletter?: string | null;
  @Tekst() huisnummertoevoeging?: string | null;
  @Tekst() postcode?: string | null;
  @Tekst() plaatsnaam?: string | null;
  @Tekst('Landcode, zoals NL.') land?: string | null;
  @Tekst() aanduidingWoonadres?: string | null;
  @Tekst() emailadres?: string | null;
  @Tekst() telefoonnummer01?: string | null;
  @Tekst() landnummer01?: string | null;
  @Tekst() telefoonnummer02?: string | null;
  @Tekst() landnummer02?: string | null;

  @Field(() => DateScalar)
  ingangsdatum!: string;

  @Field(() => DateScalar, { nullable: true })
  einddatum?: string | null;
}

@InputType({ isAbstract: true })
abstract class PersoonInput {
  @Tekst() voorvoegselGeslachtsnaam?: string | null;
  @Tekst() partnernaam?: string | null;
  @Tekst() voorvoegselPartnernaam?: string | null;
  @Tekst() voornamen?: string | null;
  @Tekst() voorletters?: string | null;
  @Tekst() roepnaam?: string | null;
  @Code('COD700') naamgebruik?: string | null;
  @Code('COD170') geboortedatumgebruik?: string | null;

  @Field(() => [ContactgegevensInput], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(MOST, TOO_MANY)
  @ValidateNested({ each: true })
  @Type(() => ContactgegevensInput)
  contactgegevens?: ContactgegevensInput[] | null;
}

@InputType()
export class ContactpersoonInput extends PersoonInput implements Contactpersoonopgave {
  @Field(() => UuidScalar, {
    nullable: true,
    description: 'Van een bekende contactpersoon; leeg voor een nieuwe.',
  })
  contactpersoonID?: string | null;

  @Tekst('Volgt vanzelf als u het weglaat.') relatienummer?: string | null;

  @Field(() => Int, { nullable: true })
  volgorde?: number | null;

  @Field(() => String, { description: 'COD472.' })
  @Length(1, 10, CODE)
  soortRelatie!: string;

  @Code('COD1003') rol?: string | null;
  @Code('COD1002') relatie?: string | null;
  @Tekst() geslachtsnaam?: string | null;
  @Code('COD046') geslacht?: string | null;

  @Field(() => DateScalar, { nullable: true })
  geboortedatum?: string | null;

  @Field(() => DateScalar)
  ingangsdatum!: string;

  @Field(() => DateScalar, { nullable: true })
  einddatum?: string | null;
}

@InputType()
export class ClientInput extends PersoonInput implements Clientopgave {
  @Field(() => UuidScalar, {
    nullable: true,
    description: 'De identificatie in het Indicatieregister; leeg voor een bekende BSN of een nieuwe cliënt.',
  })
  clientID?: string | null;

  @Field(() => String)
  @Matches(/^\d{9}$/, { message: 'Een BSN bestaat uit negen cijfers.' })
  bsn!: string;

  @Code('COD260') geheimeClient?: string | null;

  @Field(() => DateScalar)
  geboortedatum!: string;

  @Field(() => String, { description: 'COD046.' })
  @Length(1, 10, CODE)
  geslacht!: string;

  @Field(() => String)
  @Length(1, 250, TOO_LONG)
  geslachtsnaam!: string;

  @Code('COD366') burgerlijkeStaat?: string | null;
  @Code('COD478') leefeenheid?: string | null;
  @Tekst('AGB-code.') huisarts?: string | null;
  @Code('COD747') communicatievorm?: string | null;
  @Tekst() taal?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(4000, TOO_LONG)
  commentaar?: string | null;

  @Field(() => [ContactpersoonInput], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(MOST, TOO_MANY)
  @ValidateNested({ each: true })
  @Type(() => ContactpersoonInput)
  contactpersonen?: ContactpersoonInput[] | null;
}

@InputType({
  description: 'Wat u weglaat blijft zoals het is. Iemand of iets beëindigt u met een einddatum.',
})
export class UpdateClientgegevensInput implements UpdateClientgegevens {
  @Field(() => UuidScalar)
  clientID!: string;

  @Field(() => DateTimeScalar, { description: 'De geregistreerdOp van de cliënt zoals u die zag.' })
  gezienOp!: string;

  @Code('COD260') geheimeClient?: string | null;
  @Code('COD478') leefeenheid?: string | null;
  @Tekst('AGB-code.') huisarts?: string | null;
  @Code('COD747') communicatievorm?: string | null;
  @Tekst() taal?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(4000, TOO_LONG)
  commentaar?: string | null;

  @Field(() => [ContactpersoonInput], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(MOST, TOO_MANY)
  @ValidateNested({ each: true })
  @Type(() => ContactpersoonInput)
  contactpersonen?: ContactpersoonInput[] | null;

  @Field(() => [ContactgegevensInput], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(MOST, TOO_MANY)
  @ValidateNested({ each: true })
  @Type(() => ContactgegevensInput)
  contactgegevens?: ContactgegevensInput[] | null;
}
