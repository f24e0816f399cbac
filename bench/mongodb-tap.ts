/**
 * A wire between MongoDB clients and their server that counts commands by name as they pass. It sees what all processes
 * really send, so a figure here can not miss a round trip.
 */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface MongodbTap {
  /** The same connection string, through the tap. */
  uri: string;
  /** Commands so far, by name; the connection's own chatter is left out. */
  counts(): Record<string, number>;
  close(): void;
}

const HEADER_BYTES = 16;
const OP_MSG = 2013;
const CHATTER = new Set([
  'hello',
  'isMaster',
  'ismaster',
  'ping',
  'endSessions',
  'getMore',
  'killCursors',
  'buildInfo',
]);

export async function tapMongodb(uri: string): Promise<MongodbTap> {
  const target = new URL(uri);
  const counts: Record<string, number> = {};
  const sockets = new Set<Socket>();
  const count = (name: string) => {
    if (!CHATTER.has(name)) counts[name] = (counts[name] ?? 0) + 1;
  };
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.setNoDelay(true).pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => sockets.delete(one));
    }
    client.on('data', commandReader(count));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const tapped = new URL(uri);
  tapped.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    uri: tapped.href,
    counts: () => ({ ...counts }),
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Messages are length-prefixed and arrive in pieces. */
function commandReader(count: (name: string) => void): (chunk: Buffer) => void {
  let pending: Buffer = Buffer.alloc(0);
  return (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    while (pending.length >= HEADER_BYTES && pending.length >= pending.readInt32LE(0)) {
      const length = pending.readInt32LE(0);
      const name = commandName(pending.subarray(0, length));
      if (name) count(name);
      pending = pending.subarray(length);
    }
  };
}

/** An OP_MSG: header, flags (4 bytes), section kind (1), then a BSON document whose first key is the command. */
function commandName(message: Buffer): string | null {
  const body = HEADER_BYTES + 5;
  if (message.readInt32LE(12) !== OP_MSG || message[body - 1] !== 0) return null;
  const name = body + 5;
  return message.toString('utf8', name, message.indexOf(0, name));
}
