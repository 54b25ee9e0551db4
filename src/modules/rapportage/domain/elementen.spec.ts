import { describe, expect, it } from '@jest/globals';
import type { Element } from './aw317.structuur.js';
import { schrijf, type Inhoud } from './elementen.js';

const GROEP: Element = {
  naam: 'Groep',
  min: 1,
  max: 1,
  inhoud: [
    { naam: 'Een', min: 1, max: 1, inhoud: 'DAG' },
    { naam: 'Veel', min: 0, max: 'n', inhoud: 'TEKST' },
  ],
};

function geschreven(inhoud: Inhoud): string {
  const out: string[] = [];
  schrijf(GROEP, inhoud, {
    open: (naam) => out.push(`<${naam}>`),
    tekst: (naam, waarde) => out.push(`${naam}=${waarde}`),
    sluit: () => out.push('/'),
  });
  return out.join(' ');
}

describe('writing what the structure describes', () => {
  it('keeps its order, whatever the order of the content, and leaves out what is not there', () => {
    expect(geschreven({ Veel: ['a', 'b'], Een: '2026-09-01' })).toBe(
      '<Groep> Een=2026-09-01 Veel=a Veel=b /',
    );
    expect(geschreven({ Een: '2026-09-01', Veel: null })).toBe('<Groep> Een=2026-09-01 /');
  });

  it.each<[string, Inhoud, string]>([
    ['too few', { Veel: ['a'] }, 'Een stands 0 times'],
    ['too many', { Een: ['2026-09-01', '2026-09-02'] }, 'Een stands 2 times'],
    ['another shape', { Een: '1-9-2026' }, 'Een has a wrong value'],
    ['an unknown part', { Een: '2026-09-01', Bsn: '999990019' }, 'Groep has an unknown part'],
    ['text for a group', 'tekst', 'Groep is a group'],
  ])('does not write %s', (_what, inhoud, sentence) => {
    expect(() => geschreven(inhoud)).toThrow(sentence);
  });
});
