import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** How a receiver behaves: `STIL` never answers, `SLUIT` hangs up. */
export type Gedrag = 'GOED' | 'FOUT' | 'WEIGER' | 'STIL' | 'SLUIT' | 'ELDERS';

export interface Ontvangen {
  readonly id: string;
  readonly soort: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Signed with the secret that the test gave. */
  readonly echt: boolean;
}

/** A provider's webhook, on a port of its own. */
export interface Ontvanger {
  readonly url: string;
  readonly ontvangen: Ontvangen[];
  /** What it does with a message; by default everything is fine. */
  gedrag: (bericht: Ontvangen) => Gedrag;
  close(): Promise<void>;
}

export async function openOntvanger(geheim: string): Promise<Ontvanger> {
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bericht = read(request, Buffer.concat(chunks).toString('utf8'), geheim);
    const gedrag = ontvanger.gedrag(bericht);
    ontvanger.ontvangen.push(bericht);
    if (gedrag === 'STIL') return;
    if (gedrag === 'SLUIT') request.socket.destroy();
    else if (gedrag === 'ELDERS') response.writeHead(302, { location: `${ontvanger.url}/elders` }).end();
    else response.writeHead({ GOED: 204, FOUT: 500, WEIGER: 400 }[gedrag]).end();
  };
  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const ontvanger: Ontvanger = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ontvangen: [],
    gedrag: () => 'GOED',
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return ontvanger;
}

function read({ headers }: IncomingMessage, body: string, geheim: string): Ontvangen {
  const id = String(headers['webhook-id']);
  const moment = new Date(Number(headers['webhook-timestamp']) * 1000);
  const signatures = String(headers['webhook-signature']).split(' ');
  const { type, data } = JSON.parse(body) as { type: string; data: Ontvangen['data'] };
  return { id, soort: type, data, echt: signatures.includes(new Webhook(geheim).sign(id, moment, body)) };
}
