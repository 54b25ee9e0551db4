import { connect, type Socket } from 'node:net';

/** Opens a line to the server on which anything can be said. */
export function line(url: string): Socket {
  const { hostname, port } = new URL(url);
  return connect(Number(port), hostname);
}

/** Says something that `fetch` would not say, and gives all that comes back until the line is cut. */
export function say(url: string, text: string | Buffer): Promise<string> {
  const socket = line(url);
  socket.write(text);
  return heard(socket);
}

/** All that comes back until the line is cut. */
export function heard(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(Buffer.concat(parts).toString('utf8')));
  });
}
