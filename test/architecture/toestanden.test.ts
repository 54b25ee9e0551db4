import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { renderPlaatsdiagram } from '../../src/modules/plaats/domain/plaatsdiagram.js';
import { renderToestandsdiagram } from '../../src/modules/wachtlijst/domain/toestandsdiagram.js';

/** State diagrams under docs/, each made from the table that the program runs on. */
const DIAGRAMS: Readonly<Record<string, () => string>> = {
  'docs/toestanden/wachtstatus.md': renderToestandsdiagram,
  'docs/toestanden/plaats.md': renderPlaatsdiagram,
};

describe('state diagrams', () => {
  // WLZ_UPDATE_DOCS=1 writes the file anew instead of only comparing.
  it.each(Object.entries(DIAGRAMS))('%s shows the transition table as it is', (path, render) => {
    const file = new URL(`../../${path}`, import.meta.url);
    if (process.env.WLZ_UPDATE_DOCS === '1') writeFileSync(file, render());
    expect(readFileSync(file, 'utf8')).toBe(render());
  });
});
