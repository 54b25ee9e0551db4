import { Field, type FieldMiddleware } from '@nestjs/graphql';
import { vastleggerVoor } from '../context/index.js';
import type { GraphqlContext } from './graphql-context.js';

/** Hides whoever is not for the eyes of the one who asks. */
const alleenWieDitMagZien: FieldMiddleware<{ geregistreerdDoor: string | null }, GraphqlContext> = ({
  source,
  context,
}) => vastleggerVoor(context.request.actor, source.geregistreerdDoor);

/**
 * The field `geregistreerdDoor` of a type: the one way in which the name of an employee leaves.
 * @param nullable false only where no zorgaanbieder may ask: to one the answer would fail
 */
export function Vastlegger(description: string, nullable = true): PropertyDecorator {
  return Field(() => String, {
    nullable,
    description: nullable
      ? `${description} Voor een zorgaanbieder leeg, tenzij u het zelf was.`
      : description,
    middleware: [alleenWieDitMagZien],
  });
}
