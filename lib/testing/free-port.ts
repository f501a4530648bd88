import { createServer } from 'node:net';

/** Ports below the range from which systems assign ports to outgoing connections. */
const [first, count] = [10_000, 20_000];

/** @returns the first of some consecutive free ports, chosen at random so that tests do not collide */
export async function freePort(inARow = 1): Promise<number> {
  for (;;) {
    const port = first + Math.floor(Math.random() * (count - inARow));
    const ports = Array.from({ length: inARow }, (_, place) => port + place);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const isListening = await new Promise<boolean>((resolve) => {
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, () => {
      resolve(true);
    });
  });
  if (isListening) await new Promise((resolve) => server.close(resolve));
  return isListening;
}
