import { Field, InterfaceType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DomainError, type WeigeringCode } from '../errors/index.js';

export enum WeigeringCodeEnum {
  REGEL_GESCHONDEN = 'REGEL_GESCHONDEN',
  ONGELDIGE_INVOER = 'ONGELDIGE_INVOER',
  NIET_GEVONDEN = 'NIET_GEVONDEN',
  NIET_TOEGESTAAN = 'NIET_TOEGESTAAN',
  VERSIE_VEROUDERD = 'VERSIE_VEROUDERD',
  SLEUTEL_HERGEBRUIKT = 'SLEUTEL_HERGEBRUIKT',
}

registerEnumType(WeigeringCodeEnum, {
  name: 'WeigeringCode',
  description: 'Waarom een opdracht is geweigerd.',
});

/** A refusal as the client sees it. Nothing was stored, and the refused value is not echoed. */
@InterfaceType('Weigering', {
  description: 'Een opdracht die is geweigerd; er is niets opgeslagen.',
  resolveType: (value: Weigering) => value.typename,
})
export abstract class Weigering {
  @Field(() => WeigeringCodeEnum, { description: 'Vaste code voor programma’s.' })
  code!: WeigeringCode;

  @Field(() => String, { nullable: true, description: 'De regel die is geschonden, zoals W1.' })
  regel!: string | null;

  @Field(() => String, { nullable: true, description: 'De bron van de regel, zoals CS131.' })
  bron!: string | null;

  @Field(() => [String], { description: 'Het veld waar het om gaat, van buiten naar binnen.' })
  pad!: readonly string[];

  @Field(() => String, { description: 'Uitleg voor mensen.' })
  melding!: string;

  typename!: string;
}

@ObjectType('RegelGeschonden', {
  implements: () => Weigering,
  description: 'Een regel van het domein staat dit niet toe.',
})
export class RegelGeschondenWeigering extends Weigering {}

@ObjectType('OngeldigeInvoer', { implements: () => Weigering, description: 'Een waarde kan niet kloppen.' })
export class OngeldigeInvoerWeigering extends Weigering {}

@ObjectType('NietGevonden', { implements: () => Weigering, description: 'Onbekend, of niet van u.' })
export class NietGevondenWeigering extends Weigering {}

@ObjectType('NietToegestaan', {
  implements: () => Weigering,
  description: 'Wel zichtbaar, niet door u te wijzigen.',
})
export class NietToegestaanWeigering extends Weigering {}

@ObjectType('VersieVerouderd', {
  implements: () => Weigering,
  description: 'Intussen door een ander gewijzigd.',
})
export class VersieVerouderdWeigering extends Weigering {}

@ObjectType('SleutelHergebruikt', {
  implements: () => Weigering,
  description: 'Sleutel al gebruikt met andere invoer.',
})
export class SleutelHergebruiktWeigering extends Weigering {}

const TYPES: Readonly<Record<WeigeringCode, { readonly name: string; readonly type: new () => Weigering }>> =
  {
    REGEL_GESCHONDEN: { name: 'RegelGeschonden', type: RegelGeschondenWeigering },
    ONGELDIGE_INVOER: { name: 'OngeldigeInvoer', type: OngeldigeInvoerWeigering },
    NIET_GEVONDEN: { name: 'NietGevonden', type: NietGevondenWeigering },
    NIET_TOEGESTAAN: { name: 'NietToegestaan', type: NietToegestaanWeigering },
    VERSIE_VEROUDERD: { name: 'VersieVerouderd', type: VersieVerouderdWeigering },
    SLEUTEL_HERGEBRUIKT: { name: 'SleutelHergebruikt', type: SleutelHergebruiktWeigering },
  };

export const REFUSAL_TYPES = Object.values(TYPES).map(({ type }) => type);

/** The GraphQL node of a refusal. */
export function refusalNode(error: DomainError): Weigering {
  const { name, type } = TYPES[error.code];
  const { code, regel, bron, pad, melding } = error;
  return Object.assign(new type(), { code, regel, bron, pad, melding, typename: name });
}
