import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Connection, DateScalar, DateTimeScalar, UuidScalar } from '../../../platform/graphql/index.js';

@ObjectType({ isAbstract: true })
abstract class Persoon {
  @Field(() => String, { nullable: true })
  geslachtsnaam!: string | null;

  @Field(() => String, { nullable: true })
  voorvoegselGeslachtsnaam!: string | null;

  @Field(() => String, { nullable: true })
  partnernaam!: string | null;

  @Field(() => String, { nullable: true })
  voorvoegselPartnernaam!: string | null;

  @Field(() => String, { nullable: true })
  voornamen!: string | null;

  @Field(() => String, { nullable: true })
  voorletters!: string | null;

  @Field(() => String, { nullable: true })
  roepnaam!: string | null;

  @Field(() => String, { nullable: true, description: 'COD700.' })
  naamgebruik!: string | null;

  @Field(() => String, { nullable: true, description: 'COD170: welk deel van de geboortedatum onbekend is.' })
  geboortedatumgebruik!: string | null;
}

@ObjectType({ description: 'Een persoon met een Wlz-indicatie.' })
export class Client extends Persoon {
  @Field(() => UuidScalar)
  clientID!: string;

  @Field(() => String)
  bsn!: string;

  @Field(() => String, {
    description: 'COD260; bij 1 toont het register niemand een adres, telefoonnummer of e-mailadres.',
  })
  geheimeClient!: string;

  @Field(() => DateScalar)
  geboortedatum!: string;

  @Field(() => String, { description: 'COD046.' })
  geslacht!: string;

  @Field(() => String, { nullable: true, description: 'COD366.' })
  burgerlijkeStaat!: string | null;

  @Field(() => String, { nullable: true, description: 'COD478.' })
  leefeenheid!: string | null;

  @Field(() => String, { nullable: true, description: 'AGB-code van de huisarts.' })
  huisarts!: string | null;

  @Field(() => String, { nullable: true, description: 'COD747.' })
  communicatievorm!: string | null;

  @Field(() => String, { nullable: true })
  taal!: string | null;

  @Field(() => String, { nullable: true })
  commentaar!: string | null;

  @Field(() => DateScalar, { nullable: true })
  overlijdensdatum!: string | null;

  @Field(() => DateTimeScalar, {
    description:
      'Sinds wanneer het register deze gegevens zo kent. Geef deze waarde als gezienOp mee bij een wijziging.',
  })
  geregistreerdOp!: string;
}

@ObjectType({ description: 'Iemand die voor of met de cliënt spreekt.' })
export class Contactpersoon extends Persoon {
  @Field(() => UuidScalar)
  contactpersoonID!: string;

  @Field(() => String)
  relatienummer!: string;

  @Field(() => Int, { nullable: true })
  volgorde!: number | null;

  @Field(() => String, { description: 'COD472.' })
  soortRelatie!: string;

  @Field(() => String, { nullable: true, description: 'COD1003.' })
  rol!: string | null;

  @Field(() => String, { nullable: true, description: 'COD1002.' })
  relatie!: string | null;

  @Field(() => String, { nullable: true, description: 'COD046.' })
  geslacht!: string | null;

  @Field(() => DateScalar, { nullable: true })
  geboortedatum!: string | null;

  @Field(() => DateScalar)
  ingangsdatum!: string;

  @Field(() => DateScalar, { nullable: true })
  einddatum!: string | null;
}

@ObjectType({
  description:
    'Adres, telefoonnummers en e-mailadres van een cliënt of contactpersoon. Bij een geheime cliënt ziet niemand meer dan de datums.',
})
export class Contactgegevens {
  @Field(() => UuidScalar)
  contactgegevensID!: string;

  @Field(() => String, { nullable: true, description: 'COD757.' })
  adressoort!: string | null;

  @Field(() => String, { nullable: true })
  straatnaam!: string | null;

  @Field(() => Int, { nullable: true })
  huisnummer!: number | null;

  @Field(() => String, { nullable: true })
  huisletter!: string | null;

  @Field(() => String, { nullable: true })
  huisnummertoevoeging!: string | null;

  @Field(() => String, { nullable: true })
  postcode!: string | null;

  @Field(() => String, { nullable: true })
  plaatsnaam!: string | null;

  @Field(() => String, { nullable: true, description: 'Landcode, zoals NL.' })
  land!: string | null;

  @Field(() => String, { nullable: true, description: 'Bij of tegenover het huisnummer.' })
  aanduidingWoonadres!: string | null;

  @Field(() => String, { nullable: true })
  emailadres!: string | null;

  @Field(() => String, { nullable: true })
  telefoonnummer01!: string | null;

  @Field(() => String, { nullable: true })
  landnummer01!: string | null;

  @Field(() => String, { nullable: true })
  telefoonnummer02!: string | null;

  @Field(() => String, { nullable: true })
  landnummer02!: string | null;

  @Field(() => DateScalar)
  ingangsdatum!: string;

  @Field(() => DateScalar, { nullable: true })
  einddatum!: string | null;
}

@ObjectType({ description: 'Cliënten op geslachtsnaam, geboortedatum en clientID.' })
export class ClientConnection extends Connection(Client) {}
