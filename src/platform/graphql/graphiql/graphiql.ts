import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { DevelopmentUsers } from './development-users.js';
import { contentSecurityPolicy, renderPage } from './render-page.js';
import { readyMadeOperations } from './ready-made-operations.js';

const require = createRequire(import.meta.url);

/** The only files served, each from the package it came in. */
const FILES: Readonly<Record<string, string>> = {
  'graphiql.min.js': inPackage('graphiql', 'graphiql.min.js'),
  'graphiql.min.css': inPackage('graphiql', 'graphiql.min.css'),
  'react.production.min.js': inPackage('react', 'umd/react.production.min.js'),
  'react-dom.production.min.js': inPackage('react-dom', 'umd/react-dom.production.min.js'),
  'login.js': fileURLToPath(new URL('./browser/login.js', import.meta.url)),
  'page.js': fileURLToPath(new URL('./browser/page.js', import.meta.url)),
  'page.css': fileURLToPath(new URL('./browser/page.css', import.meta.url)),
};

function inPackage(name: string, file: string): string {
  return join(dirname(require.resolve(`${name}/package.json`)), file);
}

/** GraphiQL at `GET /graphql`, for development only: it hands out tokens. */
export class Graphiql {
  constructor(private readonly developmentUsers: DevelopmentUsers) {}

  async register(server: FastifyInstance): Promise<void> {
    for (const [name, file] of Object.entries(FILES)) {
      const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
      server.get(`/graphiql/${name}`, async (_request, reply) =>
        reply
          .headers({ 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' })
          .type(`${type}; charset=utf-8`)
          .send(await readFile(file)),
      );
    }
  }

  /** The page, with tokens made just now. */
  async sendPage(reply: FastifyReply): Promise<FastifyReply> {
    const { users, examples, login } = await this.developmentUsers.load();
    return reply
      .headers({
        'cache-control': 'no-store',
        'content-security-policy': contentSecurityPolicy(login),
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
      .type('text/html; charset=utf-8')
      .send(renderPage({ users, operations: readyMadeOperations(examples), login }));
  }
}
