import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar, UuidScalar } from '../../../platform/graphql/index.js';

@ObjectType({ description: 'Een besluit van het CIZ dat recht geeft op Wlz-zorg.' })
export class Indicatie {
  @Field(() => UuidScalar)
  wlzIndicatieID!: string;

  @Field(() => Int)
  besluitnummer!: number;

  @Field(() => String, { description: 'COD169.' })
  soortWlzindicatie!: string;

  @Field(() => DateScalar)
  afgiftedatum!: string;

  @Field(() => DateScalar)
  ingangsdatum!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Laatste dag; de dag voor de ingang van een volgende indicatie.',
  })
  einddatum!: string | null;

  @Field(() => String, { nullable: true, description: 'COD260.' })
  meerzorg!: string | null;

  @Field(() => String, { description: 'COD001.' })
  initieelVerantwoordelijkZorgkantoor!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Dag waarop het CIZ de indicatie liet vervallen.' })
  vervaldatum!: string | null;

  @Field(() => String, { nullable: true })
  commentaar!: string | null;
}

@ObjectType({ description: 'Waarom de cliënt zorg nodig heeft.' })
export class Grondslag {
  @Field(() => UuidScalar)
  grondslagID!: string;

  @Field(() => String, { description: 'COD736.' })
  grondslag!: string;

  @Field(() => Int, { description: '1 is de grondslag met de meeste invloed.' })
  volgorde!: number;
}

@ObjectType({ description: 'Het zorgprofiel waar de cliënt recht op heeft, met de voorkeur van de cliënt.' })
export class GeindiceerdZorgzwaartepakket {
  @Field(() => UuidScalar)
  geindiceerdZorgzwaartepakketID!: string;

  @Field(() => String, { description: 'COD163.' })
  zzpCode!: string;

  @Field(() => DateScalar)
  ingangsdatum!: string;

  @Field(() => DateScalar, { nullable: true })
  einddatum!: string | null;

  @Field(() => String, { nullable: true, description: 'COD999. Een voorkeur; er rust geen regel op.' })
  voorkeurClient!: string | null;

  @Field(() => String, { nullable: true, description: 'AGB-code van de zorgaanbieder van voorkeur.' })
  instellingVoorkeur!: string | null;

  @Field(() => String, { description: 'COD998.' })
  financiering!: string;

  @Field(() => String, { nullable: true })
  commentaar!: string | null;
}

@ObjectType({ description: 'Wat het CIZ verklaart onder de Wet zorg en dwang.' })
export class Wzd {
  @Field(() => UuidScalar)
  wzdID!: string;

  @Field(() => String, { description: 'COD127.' })
  wzdVerklaring!: string;

  @Field(() => DateScalar, { nullable: true })
  ingangsdatum!: string | null;

  @Field(() => DateScalar, { nullable: true })
  einddatum!: string | null;
}
