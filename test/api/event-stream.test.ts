/** One reader's stream by itself, over real sockets: megabytes are written to it without asking a database for them. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import express from 'express';
import { openEventStream } from '../../api/event-stream';
import { until } from '../support/until';

/** 64 megabytes, more than the buffers of both sockets hold anywhere. */
const EVENTS = 4_000;
const TEXT = 'x'.repeat(16_000);

let http: Server;
let port: number;
let tooSlow = 0;
beforeAll(async () => {
  const app = express();
  app.get('/', async (_request, response) => {
    const stream = openEventStream(response, () => {
      tooSlow += 1;
    });
    for (let id = 1; id <= EVENTS; id += 1) {
      if (!(await stream.send({ id, event: 'message', data: { text: TEXT } }))) return;
    }
    stream.close();
  });
  http = createServer(app).listen(0, '127.0.0.1');
  await once(http, 'listening');
  port = (http.address() as AddressInfo).port;
});
afterAll(() => {
  http.closeAllConnections();
  http.close();
});

test('stops writing to a reader who does not read, and goes on for the others', async () => {
  const lazy = connect(port, '127.0.0.1');
  lazy.pause();
  lazy.on('error', () => undefined);
  lazy.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  const read = await (await fetch(`http://127.0.0.1:${port}/`)).text();
  expect(read.match(/^id: \d+$/gm)).toHaveLength(EVENTS);
  await until('the lazy reader is let go', () => tooSlow > 0);
  expect(tooSlow).toBe(1);
  lazy.destroy();
});
