import { describe, expect, it } from '@jest/globals';
import { neutralMessage } from './neutral-message.js';

describe('a neutral message', () => {
  it.each([
    [
      'Cannot query field "knop" on type "Query". Did you mean "knoop"?',
      'Cannot query field "knop" on type "Query".',
    ],
    ['Syntax Error: Expected Name, found String "999990019".', 'Syntax Error: Expected Name.'],
    ['Syntax Error: Unexpected character: "é".', 'Syntax Error: Unexpected character.'],
    ['String cannot represent a non string value: 999990019', 'String cannot represent a non string value.'],
    [
      'Int cannot represent non 32-bit signed integer value: 1e9',
      'Int cannot represent non 32-bit signed integer value.',
    ],
    [
      'Enum "Kleur" cannot represent non-enum value: "Jansen". Did you mean the enum value "ROOD"?',
      'Enum "Kleur" cannot represent non-enum value.',
    ],
    [
      'Value "JANSEN" does not exist in "Kleur" enum. Did you mean "ROOD"?',
      'The value does not exist in "Kleur" enum.',
    ],
    ['Variable "$input" got invalid value "Jansen" at "input.naam"; Expected', 'Variable "$input".'],
    [
      'Field "van der Berg" is not defined by type "TelInput".',
      'Field "…" is not defined by type "TelInput".',
    ],
    [
      'Field "datum" of required type "Date!" was not provided.',
      'Field "datum" of required type "Date!" was not provided.',
    ],
    ['Something about 123456782', 'Something about …'],
    ['Value "a\n" does not exist in "Kleur" enum.', 'The value does not exist in "Kleur" enum.'],
  ])('of %p', (message, neutral) => {
    expect(neutralMessage(message)).toBe(neutral);
  });
});
