import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => join('src', file))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));

const files = (what: RegExp): string[] =>
  sources.filter((file) => what.test(readFileSync(file, 'utf8'))).sort();

describe('where somebody lives and how they are reached', () => {
  it('is read from the table in one place that hides a geheime client, and for AW317, which keeps the country', () => {
    expect(files(/\b(from|join|update|into)\s+contactgegevens(_historie)?\b/i)).toEqual([
      'src/modules/client/contactgegevens.sql.ts',
      'src/modules/rapportage/aw317.queries.ts',
    ]);
  });

  it('is otherwise touched by what takes it in and writes it, and shows nothing', () => {
    expect(files(/\bContactgegevensEntity\b/)).toEqual([
      'src/entities.ts',
      'src/modules/client/client.repository.ts',
      'src/modules/client/entities/contactgegevens.entity.ts',
      'src/modules/client/index.ts',
    ]);
  });
});
