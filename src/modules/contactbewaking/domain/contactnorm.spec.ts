import { describe, expect, it } from '@jest/globals';
import { maxDagen, TWEEMAAL_PER_JAAR_DAGEN, type Contactnorm } from './contactnorm.js';
import type { Wachtsegment } from './verplichting.js';

const segment = (rest: Partial<Wachtsegment> = {}): Wachtsegment => ({
  van: '2026-01-01',
  tot: null,
  leveringsstatus: '7',
  classificatie: '09',
  rang: 2,
  ...rest,
});

const norm = (max: number, rest: Partial<Contactnorm> = {}): Contactnorm => ({
  regierol: '2',
  tegenpartij: 'CLIENT',
  leveringsstatus: '7',
  classificatie: null,
  maxDagen: max,
  geldigVanaf: '2026-01-01',
  geldigTot: null,
  ...rest,
});

const choose = (normen: Contactnorm[], rows = [segment()], dag = '2026-06-01'): number =>
  maxDagen('DOSSIERHOUDER_CLIENT', dag, rows, normen);

describe('the norm of a day', () => {
  it('is twice a year where no row says otherwise', () => {
    expect(choose([])).toBe(TWEEMAAL_PER_JAAR_DAGEN);
    expect(choose([norm(30, { leveringsstatus: '6' })])).toBe(183);
    expect(choose([norm(30, { regierol: '1', tegenpartij: 'DOSSIERHOUDER' })])).toBe(183);
  });

  it('prefers a row for the classificatie to one for any, in whatever order they come', () => {
    const normen = [norm(90), norm(30, { classificatie: '09' }), norm(7, { classificatie: '10' })];
    expect(choose(normen)).toBe(30);
    expect(choose(normen.reverse())).toBe(30);
  });

  it('prefers the newest of several valid rows, and takes only rows valid on the day', () => {
    const normen = [
      norm(90),
      norm(60, { geldigVanaf: '2026-05-01' }),
      norm(5, { geldigVanaf: '2026-06-02' }),
    ];
    expect(choose(normen)).toBe(60);
    expect(choose(normen.reverse())).toBe(60);
    expect(choose([norm(60, { geldigTot: '2026-06-01' })])).toBe(60);
    expect(choose([norm(60, { geldigTot: '2026-05-31' })])).toBe(183);
  });

  it('is the strictest of equally urgent rows, and leaves the less urgent out', () => {
    const normen = [
      norm(40, { classificatie: '09' }),
      norm(20, { classificatie: '10' }),
      norm(1, { leveringsstatus: '2' }),
    ];
    const rows = [
      segment(),
      segment({ classificatie: '10' }),
      segment({ leveringsstatus: '2', classificatie: '13', rang: 3 }),
    ];
    expect(choose(normen, rows)).toBe(20);
  });
});
