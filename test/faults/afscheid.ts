import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { ServerProcess } from '../support/server-process.js';

/** What somebody who spreads requests sees of a server: its answer on `/gereed`, or that it takes no connection. */
export type Blik = number | 'neemt niets aan';

/** Asks on a connection of its own, again and again, until none is taken any more; each change once. */
export async function watchGoodbye(server: ServerProcess, onChange: (blik: Blik) => void): Promise<Blik[]> {
  const seen: Blik[] = [];
  while (seen.at(-1) !== 'neemt niets aan') {
    const blik = await look(server.url.replace('graphql', 'gereed'));
    if (blik !== seen.at(-1)) {
      seen.push(blik);
      onChange(blik);
    }
    await pause(5);
  }
  return seen;
}

function look(url: string): Promise<Blik> {
  return new Promise((resolve) => {
    get(url, { agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    }).on('error', () => resolve('neemt niets aan'));
  });
}
