import { OngeldigeInvoer } from '../../../platform/errors/index.js';

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

/**
 * True for nine digits that pass the elfproef (CS002): the weighted sum divides by eleven. `000000000` passes the sum
 * and is refused all the same.
 */
export function isBsn(text: string): boolean {
  if (!/^\d{9}$/.test(text) || text === '000000000') return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return sum % 11 === 0;
}

/**
 * Rule P1. The refusal does not repeat the number.
 * @throws OngeldigeInvoer
 */
export function assertBsn(bsn: string, pad: readonly string[] = ['bsn']): void {
  if (!isBsn(bsn)) {
    throw new OngeldigeInvoer('Dit is geen geldig BSN: negen cijfers die voldoen aan de elfproef.', {
      regel: 'P1',
      bron: 'CS002',
      pad,
    });
  }
}
