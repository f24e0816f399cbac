import type { IncomingMessage, ServerResponse } from 'node:http';
import { MockActivityEnvironment } from '@temporalio/testing';
import { type CallToolInput, type CallToolResult, callTool } from '../../../activities/call-tool';
import type { LoadedBusiness } from '../../../load-business';
import { type Loopback, serveOnLoopback } from '../../support/loopback';
import { conversation, storeWith } from '../transcript-fixture';
import { sampleBusiness } from './draft-request';

let sample: LoadedBusiness;
beforeAll(async () => {
  sample = await sampleBusiness();
});

describe('callTool', () => {
  let service: Loopback;
  let requests: IncomingMessage[];
  let respond: (response: ServerResponse) => void;
  let business: LoadedBusiness;

  beforeEach(async () => {
    requests = [];
    respond = (response) =>
      response.end(JSON.stringify({ id: 'RH204815', status: 'confirmed', note: 'card 4111 1111 1111 1111' }));
    service = await serveOnLoopback((request, response) => {
      requests.push(request);
      respond(response);
    });
    const url = `${service.url}/bookings/{bookingId}`;
    business = {
      ...sample,
      tools: sample.tools.map((tool) => (tool.name === 'booking_status' ? { ...tool, url, result: null } : tool)),
    };
  });
  afterEach(() => service.close());

  const call = (
    args: Record<string, unknown> = { bookingId: 'RH204815' },
    more: Partial<CallToolInput['call']> = {},
  ): CallToolInput => ({
    conversation,
    turn: 3,
    call: { id: 'x', name: 'booking_status', args, ...more },
  });
  const run = (
    input: CallToolInput,
    results = new Map<string, string>(),
    env = new MockActivityEnvironment({ attempt: 2 }),
  ): Promise<CallToolResult> => env.run(callTool({ store: storeWith([], results), business: () => business }), input);

  it('asks the service once, however often it is run, and redacts what it said', async () => {
    const results = new Map<string, string>();
    const first = await run(call(), results);
    const second = await run(call(), results);
    expect(second).toEqual(first);
    expect(requests).toHaveLength(1);
    expect(requests[0]?.headers['idempotency-key']).toBe(first.callKey);
    expect(first).toMatchObject({ ok: true });
    expect(JSON.stringify([first, ...results.values()])).not.toMatch(/4111/);
  });

  it('says that an unknown id is unknown', async () => {
    respond = (response) => response.writeHead(404).end('{}');
    expect(await run(call({ bookingId: 'RH999999' }))).toMatchObject({
      ok: true,
      result: expect.stringContaining('nothing was found'),
    });
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['redirects', (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
    ['answers too much', (response) => response.end('x'.repeat(70_000))],
    ['fails', (response) => response.writeHead(500).end()],
    ['hangs up', (response) => response.destroy()],
  ])('gives up on a service that %s', async (_, bad) => {
    respond = bad;
    expect(await run(call())).toMatchObject({ ok: false });
    expect(requests).toHaveLength(1);
  });

  it('retries a failing service before it gives up', async () => {
    respond = (response) => response.writeHead(503).end();
    await expect(run(call(), new Map(), new MockActivityEnvironment({ attempt: 1 }))).rejects.toMatchObject({
      type: 'ToolUnavailable',
      nonRetryable: false,
    });
  });

  it('lets no argument change the address or smuggle a value in', async () => {
    expect(await run(call({ bookingId: '../admin' }))).toMatchObject({ ok: false });
    expect(await run(call({ bookingId: 'RH204815', role: 'admin' }))).toMatchObject({ ok: false });
    expect(requests).toHaveLength(0);
  });

  it('connects to no private address unless the tool allows it', async () => {
    for (const host of ['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '169.254.169.254', '10.0.0.1', 'localhost']) {
      const url = `http://${host}:${service.port}/bookings/{bookingId}`;
      business = { ...sample, tools: sample.tools.map((tool) => ({ ...tool, url, allowPrivate: false })) };
      expect(await run(call())).toMatchObject({ ok: false });
    }
    expect(requests).toHaveLength(0);
  });
});
