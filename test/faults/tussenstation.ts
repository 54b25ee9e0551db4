import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What happens to the line between the program and its database. */
export type Lijn = 'open' | 'zwart gat' | 'dicht';

/** A line to the database that a test can let disappear. */
export interface Tussenstation {
  /** The address of the database behind it, by way of this line. */
  via(url: string): string;
  /** `zwart gat`: everything stays connected and nothing arrives; `dicht`: connections break and new ones are refused. */
  zet(lijn: Lijn): void;
  close(): Promise<void>;
}

export async function openTussenstation(url: string): Promise<Tussenstation> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let state: Lijn = 'open';

  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    return socket;
  };
  const server = createServer((near) => {
    keep(near);
    if (state === 'dicht') {
      near.resetAndDestroy();
      return;
    }
    const far = keep(connect(Number(port), hostname));
    const pass = (from: Socket, to: Socket): void => {
      from.on('data', (piece) => {
        if (state === 'open') to.write(piece);
      });
      from.on('close', () => (state === 'zwart gat' ? undefined : to.destroy()));
    };
    pass(near, far);
    pass(far, near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = (server.address() as AddressInfo).port;

  return {
    via: (address) => {
      const changed = new URL(address);
      changed.hostname = '127.0.0.1';
      changed.port = String(own);
      return changed.href;
    },
    zet: (lijn) => {
      state = lijn;
      // Bytes that were swallowed are gone, so a line that was dark never comes back: it ends, as it would by time.
      if (lijn === 'dicht') for (const socket of sockets) socket.resetAndDestroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}
