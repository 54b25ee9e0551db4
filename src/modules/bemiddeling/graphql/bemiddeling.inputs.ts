import { Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, MaxLength, Min, ValidateNested } from 'class-validator';
import { DateScalar, DateTimeScalar, Reden, UuidScalar } from '../../../platform/graphql/index.js';
import type { RegisterOverlijden } from '../beeindiging.service.js';
import type { Regierol } from '../domain/leveringsvorm.js';
import type { AssignRegiehouder, EndRegiehouder } from '../regiehouders.service.js';
import type { CreateBemiddelingspecificatie, EndBemiddelingspecificatie } from '../specificaties.service.js';
import { RegierolEnum } from './regierol.enum.js';

const CODE = { message: 'Dit is geen code.' };

function Code(description: string, nullable: boolean): PropertyDecorator {
  return (target, name) => {
    Field(() => String, { nullable, description })(target, name);
    if (nullable) IsOptional()(target, name);
    MaxLength(20, CODE)(target, name);
  };
}

/** The version the caller saw. */
function Gezien(waarvan: string): PropertyDecorator {
  return (target, name) => {
    Field(() => Int, { description: `De versie van de ${waarvan} die u zag.` })(target, name);
    IsInt({ message: 'Verwacht wordt een geheel getal.' })(target, name);
    Min(1, { message: 'Een versie is ten minste 1.' })(target, name);
  };
}

@InputType({ description: 'De regiehouder die met de toewijzing begint, als die er nog niet is.' })
export class RegiehouderBijToewijzingInput {
  @Code('AGB-code.', false) instelling!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'De ingangsdatum van de toewijzing, tenzij anders opgegeven.',
  })
  ingangsdatum?: string | null;

  @Field(() => RegierolEnum, {
    nullable: true,
    description: 'De rol die bij de leveringsvorm hoort, tenzij anders opgegeven.',
  })
  regierol?: Regierol | null;
}

@InputType({ description: 'Geef de indicatie, of een bemiddeling die er al is.' })
export class CreateBemiddelingspecificatieInput implements CreateBemiddelingspecificatie {
  @Field(() => UuidScalar, { nullable: true })
  wlzIndicatieID?: string | null;

  @Field(() => UuidScalar, { nullable: true })
  bemiddelingID?: string | null;

  @Code('COD578.', false) leveringsvorm!: string;
  @Code('COD163.', false) zzpCode!: string;

  @Field(() => DateScalar)
  toewijzingIngangsdatum!: string;

  @Field(() => DateScalar, { nullable: true })
  toewijzingEinddatum?: string | null;

  @Code('AGB-code; leeg bij een pgb.', true) instelling?: string | null;
  @Code('COD001; het verantwoordelijke zorgkantoor, tenzij anders opgegeven.', true) uitvoerendZorgkantoor?:
    string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Nu, tenzij anders opgegeven.' })
  vaststellingMoment?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'In honderdsten van procenten: 10000 is alles. Leeg bij een pgb.',
  })
  percentage?: number | null;

  @Field(() => Int, { nullable: true, description: 'Alleen bij een pgb, in honderdsten van procenten.' })
  pgbPercentage?: number | null;

  @Code('COD260; bij verblijf en deeltijdverblijf.', true) opname?: string | null;
  @Code('COD755; bij deeltijdverblijf.', true) etmalen?: string | null;
  @Code('COD165; 1 (regulier), tenzij anders opgegeven.', true) soortToewijzing?: string | null;

  @Field(() => RegiehouderBijToewijzingInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => RegiehouderBijToewijzingInput)
  regiehouder?: RegiehouderBijToewijzingInput | null;
}

@InputType()
export class EndBemiddelingspecificatieInput implements EndBemiddelingspecificatie {
  @Field(() => UuidScalar)
  bemiddelingspecificatieID!: string;

  @Gezien('toewijzing') versie!: number;

  @Field(() => DateScalar, { description: 'De laatste dag van de toewijzing.' })
  einddatum!: string;

  @Code('COD172.', true) redenIntrekking?: string | null;
  @Code('AGB-code van de zorgaanbieder waar de cliënt heen gaat.', true) instellingBestemming?: string | null;
}

@InputType()
export class AssignRegiehouderInput implements AssignRegiehouder {
  @Field(() => UuidScalar)
  bemiddelingID!: string;

  @Gezien('bemiddeling') versie!: number;
  @Code('AGB-code.', false) instelling!: string;

  @Field(() => RegierolEnum)
  regierol!: Regierol;

  @Field(() => DateScalar)
  ingangsdatum!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Laatste dag van de vorige houder: de ingangsdatum, of (tenzij anders opgegeven) de dag ervoor.',
  })
  laatsteDagVorige?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Nu, tenzij anders opgegeven.' })
  vaststellingMoment?: string | null;
}

@InputType()
export class EndRegiehouderInput implements EndRegiehouder {
  @Field(() => UuidScalar)
  regiehouderID!: string;

  @Gezien('bemiddeling') versie!: number;

  @Field(() => DateScalar, { description: 'De laatste dag van de rol.' })
  einddatum!: string;
}

@InputType()
export class RegisterOverlijdenInput implements RegisterOverlijden {
  @Field(() => UuidScalar)
  clientID!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Leeg neemt een vastgelegd overlijden terug: de cliënt leeft.',
  })
  overlijdensdatum?: string | null;

  @Reden({ optional: true, most: 250, description: 'Waarom het overlijden wordt teruggenomen.' })
  reden?: string | null;
}
