import { GraphQLSchemaHost } from '@nestjs/graphql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isObjectType } from 'graphql';
import { startEdgeApp, type EdgeApp } from './edge-app.js';

let app: EdgeApp;

beforeAll(async () => {
  app = await startEdgeApp();
});

afterAll(() => app.close());

/** Names of the fields of a type that still have a resolver. */
function resolved(type: string): string[] {
  const object = app.nest.get(GraphQLSchemaHost).schema.getType(type);
  if (!isObjectType(object)) throw new Error(`${type} is not an object type`);
  return Object.values(object.getFields())
    .filter(({ resolve }) => resolve !== undefined)
    .map(({ name }) => name);
}

describe('the schema as the driver runs it', () => {
  it('has no resolver where a property is simply read, so that the compiler can read it in place', () => {
    expect(resolved('PageInfo')).toEqual([]);
    expect(resolved('KnoopEdge')).toEqual([]);
    expect(resolved('Knoop')).toEqual(['buren', 'volgende']);
  });

  it('keeps the resolvers that do something', () => {
    expect(resolved('KnoopConnection')).toEqual(['totalCount']);
    expect(resolved('Query')).toContain('knopen');
  });
});
