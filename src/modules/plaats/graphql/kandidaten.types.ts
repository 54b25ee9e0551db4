import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { Connection, DateScalar, PageArgs, UuidScalar } from '../../../platform/graphql/index.js';

@ObjectType({ description: 'Waarom een wachtende hier nu geen plaats aangeboden krijgt.' })
export class Bezwaar {
  @Field(() => String, { description: 'De regel, zoals PL5.' })
  regel!: string;

  @Field(() => String, { nullable: true, description: 'De bron van de regel.' })
  bron!: string | null;

  @Field(() => String)
  tekst!: string;
}

@ObjectType({ description: 'Een wachtende, gezien vanaf een locatie.' })
export class Kandidaat {
  @Field(() => Int, {
    nullable: true,
    description: 'Plaats in de volgorde van de lijst onder wie hier geplaatst kan worden; leeg met bezwaren.',
  })
  positie!: number | null;

  @Field(() => UuidScalar)
  bemiddelingspecificatieID!: string;

  @Field(() => UuidScalar)
  bemiddelingID!: string;

  @Field(() => String, { description: 'AGB-code van de zorgaanbieder waarop gewacht wordt.' })
  instelling!: string;

  @Field(() => String, { description: 'Het verantwoordelijke zorgkantoor (COD001).' })
  zorgkantoor!: string;

  @Field(() => String, { nullable: true, description: 'VV, GHZ of GGZ.' })
  sector!: string | null;

  @Field(() => String, { description: 'COD163.' })
  zzpCode!: string;

  @Field(() => String, { description: 'COD578.' })
  leveringsvorm!: string;

  @Field(() => String, { description: 'COD167.' })
  wachtstatusCode!: string;

  @Field(() => String, { description: 'COD168.' })
  classificatie!: string;

  @Field(() => DateScalar)
  statusIngangsdatum!: string;

  @Field(() => [Bezwaar], {
    description: 'Leeg voor wie geplaatst kan worden; anders alles wat in de weg staat.',
  })
  bezwaren!: readonly Bezwaar[];
}

@ObjectType({ description: 'Eerst wie geplaatst kan worden, in volgorde; daarna wie wordt overgeslagen.' })
export class KandidaatConnection extends Connection(Kandidaat) {}

@ArgsType()
export class KandidatenArgs extends PageArgs {
  @Field(() => UuidScalar)
  locatieID!: string;
}
