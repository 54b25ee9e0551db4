import { describe, expect, it } from '@jest/globals';
import { nextID } from '../../../../test/support/trajecten.js';
import { assertPastNaast, type Zorglijn } from './gelijktijdig.js';

const lijn = (leveringsvorm: string, van: string, over: Partial<Zorglijn> = {}): Zorglijn => ({
  bemiddelingspecificatieID: nextID(),
  leveringsvorm,
  soortToewijzing: '1',
  opname: leveringsvorm === '4' || leveringsvorm === '8' ? '1' : null,
  van,
  tot: null,
  ...over,
});
const regel = (id: string) => expect.objectContaining({ regel: id });

describe('care at the same time', () => {
  it.each(['7', '5', '4', '8'])('T7: a pgb may go beside form %s', (vorm) => {
    expect(() => assertPastNaast(lijn(vorm, '2026-03-01'), [lijn('2', '2026-01-01')])).not.toThrow();
    expect(() => assertPastNaast(lijn('2', '2026-03-01'), [lijn(vorm, '2026-01-01')])).not.toThrow();
  });

  it.each([
    ['4', '7'],
    ['5', '7'],
    ['4', '5'],
    ['8', '7'],
  ])('T7: forms %s and %s do not go together', (a, b) => {
    expect(() => assertPastNaast(lijn(a, '2026-03-01'), [lijn(b, '2026-01-01')])).toThrow(regel('T7'));
  });

  it('T7: three forms never go together', () => {
    const brug = lijn('5', '2026-04-01', { soortToewijzing: '3' });
    expect(() => assertPastNaast(brug, [lijn('7', '2026-01-01'), lijn('2', '2026-01-01')])).toThrow(
      regel('T7'),
    );
  });

  it('lets several providers share one form', () => {
    expect(() => assertPastNaast(lijn('7', '2026-03-01'), [lijn('7', '2026-01-01')])).not.toThrow();
  });

  it('takes one day of overlap as a transfer', () => {
    const elders = lijn('4', '2026-01-01', { tot: '2026-03-01' });
    expect(() => assertPastNaast(lijn('4', '2026-03-01'), [elders])).not.toThrow();
    expect(() => assertPastNaast(lijn('5', '2026-03-01'), [elders])).not.toThrow();
    expect(() => assertPastNaast(lijn('5', '2026-02-28'), [elders])).toThrow(regel('T7'));
  });

  it('W9: refuses a second admission', () => {
    expect(() =>
      assertPastNaast(lijn('4', '2026-02-28'), [lijn('4', '2026-01-01', { tot: '2026-03-01' })]),
    ).toThrow(regel('W9'));
    expect(() =>
      assertPastNaast(lijn('4', '2026-02-28', { opname: '2' }), [lijn('4', '2026-01-01')]),
    ).not.toThrow();
  });

  it('W9: an administrative allocation only keeps a room free', () => {
    const kamer = lijn('4', '2026-01-01', { soortToewijzing: '5' });
    expect(() => assertPastNaast(lijn('4', '2026-03-01'), [kamer])).not.toThrow();
  });

  it('accepts bridging that is still open when the place is taken, in whichever order the two are reported', () => {
    const plaats = lijn('4', '2026-03-01');
    for (const brug of [
      lijn('7', '2026-01-01', { soortToewijzing: '3' }),
      lijn('4', '2026-01-01', { soortToewijzing: '3' }),
    ]) {
      expect(() => assertPastNaast(plaats, [brug])).not.toThrow();
      expect(() => assertPastNaast(brug, [plaats])).not.toThrow();
    }
    expect(() => assertPastNaast(lijn('7', '2026-04-01', { soortToewijzing: '3' }), [plaats])).toThrow(
      regel('T7'),
    );
  });
});
