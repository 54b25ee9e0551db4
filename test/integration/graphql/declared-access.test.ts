import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { describe, expect, it } from '@jest/globals';
import { Toegang } from '../../../src/modules/toegang/index.js';
import { createTestDatabase } from '../../support/database.js';
import { startEdgeApp } from './edge-app.js';

@Resolver()
class ForgetfulResolver {
  @Query(() => Boolean)
  @Toegang('ZORGKANTOOR')
  gezegd(): boolean {
    return true;
  }

  @Query(() => Boolean)
  vergetenVraag(): boolean {
    return true;
  }

  @Mutation(() => Boolean)
  vergetenOpdracht(): boolean {
    return true;
  }
}

describe('an operation that does not declare its access', () => {
  it('keeps the program from starting, and is named', async () => {
    const database = await createTestDatabase();
    try {
      await expect(
        startEdgeApp({ resolvers: [ForgetfulResolver], databaseUrl: database.url }),
      ).rejects.toThrow('ForgetfulResolver.vergetenOpdracht, ForgetfulResolver.vergetenVraag');
    } finally {
      await database.drop();
    }
  });
});
