import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  isObjectType,
  lexicographicSortSchema,
  parse,
  printSchema,
  validate,
  type GraphQLSchema,
} from 'graphql';
import { readyMadeOperations } from '../../../src/platform/graphql/graphiql/ready-made-operations.js';
import { startTestApp, type TestApp } from '../../support/app.js';

const FILE = 'schema.gql';

let app: TestApp;
let schema: GraphQLSchema;

beforeAll(async () => {
  app = await startTestApp();
  schema = app.app.get(GraphQLSchemaHost, { strict: false }).schema;
});

afterAll(() => app.close());

describe('the schema', () => {
  it('is the one that is committed (write it anew with npm run schema)', async () => {
    const text = `# Generated from the code by npm run schema.\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
    if (process.env.WLZ_SCHRIJF_SCHEMA === '1') await writeFile(FILE, text);
    expect(text).toBe(await readFile(FILE, 'utf8'));
  });

  it('answers every root field with something, never null', () => {
    for (const type of [schema.getQueryType(), schema.getMutationType()]) {
      for (const field of Object.values(type?.getFields() ?? {}))
        expect(`${field.name}: ${String(field.type)}`).toMatch(/!$/);
    }
  });

  it('says in Dutch what every type and root field is', () => {
    const silent = Object.values(schema.getTypeMap())
      .filter(
        (type) =>
          isObjectType(type) &&
          !type.name.startsWith('__') &&
          !/(Connection|Edge|Query|Mutation)$/.test(type.name),
      )
      .filter(({ description }) => !description)
      .map(({ name }) => name);
    expect(silent).toEqual([]);
  });

  it('names who registered something in two places only, both behind the rule of who may know', () => {
    const names = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type)
        ? Object.values(type.getFields())
            .filter((field) => /Door$/.test(field.name) && /^String/.test(String(field.type)))
            .map((field) => `${type.name}.${field.name} ${field.resolve === undefined ? 'open' : 'resolved'}`)
        : [],
    );
    expect(names.sort()).toEqual([
      'GeblokkeerdeGebruiker.geregistreerdDoor resolved',
      'Wachtlijstoorzaak.geregistreerdDoor resolved',
    ]);
  });

  it('understands every operation that GraphiQL has ready', () => {
    const examples = {
      bsn: '999990019',
      bemiddelingID: '00000000-0000-4000-8000-000000000000',
      vandaag: '2026-11-01',
      maandGeleden: '2026-10-01',
      plaatsen: [],
      locatieID: '00000000-0000-4000-8000-000000000000',
    };
    for (const { query } of readyMadeOperations(examples)) expect(validate(schema, parse(query))).toEqual([]);
  });
});
