import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { anyFreePort } from '../../scripts/servers/ports';
import { testServers } from '../support/servers';
import { KEYS, newId, newMessage } from './support';

const ROOT = join(__dirname, '../..');

interface Running {
  child: ChildProcess;
  url: string;
  output: string;
}

const started: ChildProcess[] = [];

/** The API as the launcher starts it, listening. */
async function startProcess(mongodbUri: string, temporal: Record<string, string>): Promise<Running> {
  const port = await anyFreePort();
  const child = fork(join(ROOT, 'api/main.ts'), {
    cwd: ROOT,
    execArgv: ['--import', 'tsx'],
    silent: true,
    env: {
      ...process.env,
      ...temporal,
      PORT: String(port),
      MONGODB_URI: mongodbUri,
      API_KEYS: Object.entries(KEYS)
        .map(([role, key]) => `${role}:${key}`)
        .join(','),
      MASTER_KEYS: `test:${randomBytes(32).toString('base64')}`,
      SAMPLE_SERVICE_URL: 'http://127.0.0.1:1',
    },
  });
  started.push(child);
  const running = { child, url: `http://127.0.0.1:${port}`, output: '' };
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (running.output += data));
  const [message] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (message !== 'ready') throw new Error(`the API did not start: ${running.output}`);
  return running;
}

let api: Running;

beforeAll(async () => {
  const { mongodbUri, temporalAddress, taskQueue } = await testServers();
  api = await startProcess(mongodbUri, { TEMPORAL_ADDRESS: temporalAddress, TASK_QUEUE: taskQueue });
}, 60_000);

afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
});

const post = (id: string, text: string) =>
  fetch(`${api.url}/v1/conversations/${id}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEYS.channel}`, 'content-type': 'application/json' },
    body: JSON.stringify(newMessage(text)),
  });

/** A request of which only a half has arrived until `finish` sends the other. */
function beginPost(id: string) {
  const body = JSON.stringify(newMessage('hello'));
  const sent = request(`${api.url}/v1/conversations/${id}/messages`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${KEYS.channel}`,
      'content-type': 'application/json',
      'content-length': body.length,
    },
  });
  sent.write(body.slice(0, 10));
  return {
    async finish() {
      sent.end(body.slice(10));
      const [response] = await once(sent, 'response');
      response.resume();
      return response.statusCode;
    },
  };
}

test('the API process serves, and on SIGTERM ends its streams, finishes what is under way and goes', async () => {
  const id = newId();
  expect((await post(id, 'my card is 4111 1111 1111 1111')).status).toBe(202);
  const stream = await fetch(`${api.url}/v1/conversations/${id}/events`, {
    headers: { authorization: `Bearer ${KEYS.viewer}` },
  });
  expect(stream.status).toBe(200);

  const slow = beginPost(newId());
  await pause(300);
  api.child.kill('SIGTERM');
  expect(await stream.text()).toMatch('retry: 2000');
  await expect(fetch(`${api.url}/healthz`)).rejects.toThrow();
  expect(await slow.finish()).toBe(202);
  const [code] = await once(api.child, 'exit');
  expect(code).toBe(0);
});

test('its log holds no word of a customer and no key', () => {
  expect(api.output).toMatch('the API listens');
  for (const secret of ['4111 1111', '41111111', 'my card', ...Object.values(KEYS)])
    expect(api.output).not.toContain(secret);
  const lines = api.output.trim().split('\n');
  expect(lines.every((line) => typeof JSON.parse(line).msg === 'string')).toBe(true);
});

test('with no MongoDB and no Temporal it starts and stays, and answers 503 until messages can be stored', async () => {
  const nowhere = await anyFreePort();
  const { child, url } = await startProcess(`mongodb://127.0.0.1:${nowhere}/baton`, {
    TEMPORAL_ADDRESS: `127.0.0.1:${nowhere}`,
  });
  // Two rounds of trying again.
  await pause(4_000);
  const statuses = ['/healthz', '/readyz'].map((path) => fetch(url + path).then(({ status }) => status));
  expect(await Promise.all(statuses)).toEqual([200, 503]);
  const post = await fetch(`${url}/v1/conversations/${newId()}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEYS.channel}`, 'content-type': 'application/json' },
    body: JSON.stringify(newMessage()),
  });
  expect(post.status).toBe(503);
  expect(child.exitCode).toBeNull();

  // The launcher is gone: nobody is left to stop it.
  child.disconnect();
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
}, 60_000);
