import { Field } from '@nestjs/graphql';
import { IsOptional, ValidateBy } from 'class-validator';
import { bezwaarTegenReden, type Redenvorm } from '../tekst/index.js';

interface RedenOptions extends Partial<Redenvorm> {
  readonly description?: string;
  /** True where nothing may be said; what is said is still a reason. */
  readonly optional?: boolean;
}

/**
 * A reason, remark or source in somebody's own words: at least three characters that can be seen, at most 500, and none
 * that steer a screen. Where the network has a code in the same field, one character is enough.
 */
export function Reden(options: RedenOptions = {}): PropertyDecorator {
  const { description, optional = false, naam = 'Een reden', least = 3, most = 500 } = options;
  const bezwaar = (value: unknown): string | null =>
    typeof value === 'string' ? bezwaarTegenReden(value, { naam, least, most }) : 'Verwacht wordt een tekst.';
  return (target, name) => {
    Field(() => String, { nullable: optional, ...(description === undefined ? {} : { description }) })(
      target,
      name,
    );
    if (optional) IsOptional()(target, name);
    ValidateBy({
      name: 'reden',
      validator: {
        validate: (value) => bezwaar(value) === null,
        defaultMessage: (args) => bezwaar(args?.value) ?? '',
      },
    })(target, name);
  };
}
