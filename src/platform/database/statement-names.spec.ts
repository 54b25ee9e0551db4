import { describe, expect, it } from '@jest/globals';
import { StatementNames } from './statement-names.js';

describe('names of statements', () => {
  it('a text that comes once gets none; one that comes back keeps the same', () => {
    const names = new StatementNames();
    expect(names.nameOf('select 1')).toBeUndefined();
    const name = names.nameOf('select 1');
    expect(name).toBeDefined();
    expect(names.nameOf('select 1')).toBe(name);
  });

  it('two texts never share one', () => {
    const names = new StatementNames();
    const given = ['select 1', 'select 2'].map((sql) => [names.nameOf(sql), names.nameOf(sql)][1]);
    expect(new Set(given).size).toBe(2);
  });

  it('however many texts come, a connection keeps a bounded number of plans', () => {
    const names = new StatementNames();
    const texts = Array.from({ length: 1_000 }, (_, n) => `select ${n}`);
    const given = texts.map((sql) => [names.nameOf(sql), names.nameOf(sql)][1]);
    expect(given.filter((name) => name !== undefined)).toHaveLength(150);
    expect(names.nameOf('select 3')).toBe(given[3]);
  });
});
