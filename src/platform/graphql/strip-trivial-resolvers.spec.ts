import { describe, expect, it } from '@jest/globals';
import { GraphQLObjectType, GraphQLSchema, GraphQLString, type GraphQLFieldResolver } from 'graphql';
import { stripTrivialResolvers } from './strip-trivial-resolvers.js';

type Parent = Readonly<Record<string, unknown>>;

/** As Nest makes them: one function of this name per field. */
function nestDefault(property: string, defaultValue?: string): GraphQLFieldResolver<Parent, unknown> {
  const rootFieldResolver = (root: Parent) => root[property] ?? defaultValue;
  return rootFieldResolver;
}

function keeps(resolve: GraphQLFieldResolver<Parent, unknown>): boolean {
  const query = new GraphQLObjectType<Parent>({
    name: 'Query',
    fields: { naam: { type: GraphQLString, resolve } },
  });
  const schema = stripTrivialResolvers(new GraphQLSchema({ query }));
  return schema.getQueryType()?.getFields().naam?.resolve !== undefined;
}

describe('stripTrivialResolvers', () => {
  it('removes a resolver that reads the property of its own name', () => {
    expect(keeps(nestDefault('naam'))).toBe(false);
  });

  it('keeps one that reads another property', () => {
    expect(keeps(nestDefault('achternaam'))).toBe(true);
  });

  it('keeps one that has a default', () => {
    expect(keeps(nestDefault('naam', 'onbekend'))).toBe(true);
  });

  it('never calls a resolver of ours to find out', () => {
    expect(
      keeps(function naam() {
        throw new Error('called');
      }),
    ).toBe(true);
  });
});
