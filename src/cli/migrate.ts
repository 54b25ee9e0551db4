import 'reflect-metadata';
import { pathToFileURL } from 'node:url';
import { loadConfig } from '../config/index.js';
import { openRegister } from '../open-register.js';

/** Brings a database up to date and stops: roles, tables, code lists. */
export async function main(_argv: readonly string[] = []): Promise<number> {
  const database = await openRegister(loadConfig(), (text) => process.stderr.write(`${text}\n`));
  await database.close();
  return 0;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main();
}
