/** The listening socket: opens on a port, and closes without cutting off a request that is under way. */
import http, { type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

const DRAIN_MS = 10_000;
const SWEEP_MS = 100;

export interface Door {
  /** Port 0 takes a free one; resolves with the port taken. */
  listen(port: number, host: string): Promise<number>;
  /** Takes no new connection, lets requests under way finish for ten seconds, then cuts what is left. */
  close(): Promise<void>;
}

export function openDoor(app: RequestListener): Door {
  const limits = { requestTimeout: 15_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 };
  const server = http.createServer(limits, app);

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve((server.address() as AddressInfo).port);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        if (!server.listening) return resolve();
        const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
        // A connection whose request ends while we drain would stay open for the next one.
        const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
        server.close(() => {
          clearTimeout(cut);
          clearInterval(sweep);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
