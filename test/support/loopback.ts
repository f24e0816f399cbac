/** HTTP servers of a test's own on 127.0.0.1, standing for whoever is on the other side of the internet. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anyFreePort, LOOPBACK } from '../../scripts/servers/ports';

export interface Loopback {
  url: string;
  port: number;
  /** Cuts every connection. */
  close(): Promise<void>;
}

export async function serveOnLoopback(listener: RequestListener): Promise<Loopback> {
  const server = createServer(listener);
  // Longer than any pause of a test: a reused connection that closes under a request would count as a lost answer.
  server.keepAliveTimeout = 120_000;
  server.listen(0, LOOPBACK);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${LOOPBACK}:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** An address that was free a moment ago: fetch itself refuses the well-known ports nobody listens on. */
export const deadAddress = async (): Promise<string> => `http://${LOOPBACK}:${await anyFreePort()}`;
