import { expect, it } from '@jest/globals';
import { pauzeNa } from './bezorgbeleid.js';

const beleid = { eerstePauze: 30, langstePauze: 21600, maxPogingen: 16, maxDagen: 7, wachttijd: 10000 };

it('the pause doubles with every failure, up to the longest', () => {
  expect([1, 2, 3, 10, 11, 400].map((fouten) => pauzeNa(fouten, beleid))).toEqual([
    30, 60, 120, 15360, 21600, 21600,
  ]);
});
