import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { OngeldigeInvoer } from '../errors/index.js';

/** Checks the shape of inputs by their decorators. The refusal names the field and never repeats the value. */
export function inputPipe(): ValidationPipe {
  return new ValidationPipe({
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => {
      const { melding, pad } = firstOf(errors);
      return new OngeldigeInvoer(melding, { pad });
    },
  });
}

function firstOf(
  errors: readonly ValidationError[],
  above: readonly string[] = [],
): { melding: string; pad: string[] } {
  const [error] = errors;
  if (error === undefined) return { melding: 'De invoer klopt niet.', pad: [...above] };
  const pad = [...above, error.property];
  const [melding] = Object.values(error.constraints ?? {});
  return melding === undefined ? firstOf(error.children ?? [], pad) : { melding, pad };
}
