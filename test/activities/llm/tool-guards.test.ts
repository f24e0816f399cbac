/** What a look-up may reach and about whom, whatever a model asks for. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ToolCall } from '../../../activities/llm/answerer';
import { askTool } from '../../../activities/llm/ask-tool';
import { isPublicAddress, requestTool } from '../../../activities/llm/tool-request';
import { identityFor } from '../../../activities/llm/tools/identity';
import { refusal } from '../../../activities/llm/tools/told-values';
import { type BusinessTool, parseBusiness } from '../../../domain/business';
import type { LoadedBusiness } from '../../../load-business';
import { conversation } from '../transcript-fixture';
import { sampleBusiness } from './draft-request';

let sample: LoadedBusiness;
beforeAll(async () => {
  sample = await sampleBusiness();
});

const toolOf = (yaml: string): BusinessTool => {
  const head = 'name: Shop\nlanguages: [en]\ntimezone: UTC\nhours: {}\ntools:\n  - name: find_order\n';
  const [tool] = parseBusiness(`${head}${yaml}`, 'business.yaml').tools;
  if (!tool) throw new Error('a tool was expected');
  return tool;
};
const signal = () => new AbortController().signal;

describe('an address', () => {
  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...['224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1', '203.0.113.7', '::1', '::', 'fe80::1', 'fd00::1'],
    ...['::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001::1', 'ff02::1', '2001:db8::1'],
    'not an address',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '93.184.215.14', '2606:4700::1111'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('a name that points elsewhere a moment later', () => {
  let servers: Server[];
  let asked: string[];
  let port: number;
  beforeEach(async () => {
    asked = [];
    const listen = async (host: string, at: number) => {
      const server = createServer((_, response) => {
        asked.push(host);
        response.end('{}');
      }).listen(at, host);
      await once(server, 'listening');
      return server;
    };
    const open = await listen('127.0.0.1', 0);
    port = (open.address() as AddressInfo).port;
    servers = [open, await listen('127.0.0.2', port)];
  });
  afterEach(() => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  });

  /** Stands for the internet: the one network that the tool may reach; 127.0.0.2 is the inside. */
  const tool = () =>
    toolOf(`    description: d
    effect: read
    url: "http://orders.example.test:${port}/orders"
    allowPrivate: [127.0.0.1/32]
`);
  /** Gives its answers in order, one a question. */
  const resolver = (...answers: string[][]) => {
    const state = { questions: 0 };
    const resolve = (_host: string, _options: object, done: (error: null, found: object[]) => void) => {
      const found = answers[Math.min(state.questions, answers.length - 1)] ?? [];
      state.questions += 1;
      done(
        null,
        found.map((address) => ({ address, family: 4 })),
      );
    };
    return { state, resolve: resolve as never };
  };
  const ask = (resolve: never) => requestTool(tool(), {}, { idempotencyKey: 'k', signal: signal(), resolve });

  it('is resolved once a request, and what was checked is what is connected to', async () => {
    const rebinding = resolver(['127.0.0.1'], ['127.0.0.2']);
    expect((await ask(rebinding.resolve)).status).toBe(200);
    expect(rebinding.state.questions).toBe(1);
    await expect(ask(rebinding.resolve)).rejects.toThrow('its address is private');
    expect(asked).toEqual(['127.0.0.1']);
  });

  it('leads nowhere inside, even beside an address outside', async () => {
    expect((await ask(resolver(['127.0.0.2', '127.0.0.1']).resolve)).status).toBe(200);
    expect(asked).toEqual(['127.0.0.1']);
    await expect(ask(resolver([]).resolve)).rejects.toThrow('its address is private');
  });
});

describe('who writes', () => {
  const yaml = `    description: d
    effect: read
    url: "http://127.0.0.1:1/orders/{orderId}"
    allowPrivate: on
    parameters:
      orderId: { type: string, description: number }
      phone: { type: string, description: who, identity: address }
      where: { type: string, description: channel, identity: channel }
`;

  it('comes from the conversation', async () => {
    const bound = await identityFor(toolOf(yaml), conversation, async () => '+84901234567');
    expect(bound).toEqual({ phone: '+84901234567', where: 'api' });
  });

  it('is never taken from the arguments, and nothing is asked without it', async () => {
    const call = { name: 'find_order', args: { orderId: '1', phone: '+84900000000' } };
    const identity = { phone: '+84901234567', where: 'api' };
    const forged = await askTool(toolOf(yaml), call, { idempotencyKey: 'k', signal: signal(), identity });
    expect(forged).toMatchObject({ status: 'failed', text: 'phone is no parameter of find_order' });
    const nobody = await askTool(
      toolOf(yaml),
      { name: 'find_order', args: { orderId: '1' } },
      { idempotencyKey: 'k', signal: signal() },
    );
    expect(nobody).toMatchObject({ status: 'failed', text: expect.stringContaining('phone') });
  });

  it('is a text, and an unknown kind of identity is refused with its line', () => {
    expect(() => toolOf(yaml.replace('identity: address', 'identity: boss'))).toThrow(/address, conversation/);
    expect(() => toolOf(yaml.replace('type: string, description: who', 'type: integer, description: who'))).toThrow();
  });
});

describe('a number in a look-up', () => {
  const call = (bookingId: string): ToolCall => ({
    id: 'x',
    name: 'booking_status',
    args: { bookingId },
    effect: 'read',
  });
  const talk = (...dialogue: { from: 'customer' | 'ai' | 'operator' | 'system'; text: string }[]) => ({
    business: sample,
    dialogue,
  });
  const said = (text: string) => talk({ from: 'customer', text });

  it.each(['RH204815', 'is rh204815 ok?', 'RH 204-815', 'ＲＨ２０４８１５', 'it is RH204815.'])(
    'is taken as the customer wrote it: %s',
    (text) => {
      expect(refusal([call('RH204815')], said(text))).toBeNull();
    },
  );

  it.each([
    ['another', 'RH204816'],
    ['a longer one', 'RH2048150'],
    ['a part of one', 'XRH204815'],
    ['one that is quoted', '> RH204815 is my neighbour'],
    ['none', 'where is my booking?'],
  ])('is refused where the customer wrote %s', (_, text) => {
    expect(refusal([call('RH204815')], said(text))).toBe('unsaid');
  });

  it('is refused where only the AI, a tool or the system named it, and taken from an operator', () => {
    expect(refusal([call('RH204815')], talk({ from: 'ai', text: 'RH204815' }))).toBe('unsaid');
    expect(refusal([call('RH204815')], talk({ from: 'system', text: 'RH204815' }))).toBe('unsaid');
    expect(refusal([call('RH204815')], talk({ from: 'operator', text: 'RH204815' }))).toBeNull();
  });

  it('is not tried one after another: the sixth goes to a person', () => {
    const tries = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ from: 'customer' as const, text: `RH20481${index}` }));
    expect(refusal([call('RH204814')], talk(...tries(5)))).toBeNull();
    expect(refusal([call('RH204815')], talk(...tries(6)))).toBe('many');
  });

  it('may be another value where the business says so', () => {
    const open = { ...sample.tools[0], parameters: { ...sample.tools[0]?.parameters } } as BusinessTool;
    const bookingId = open.parameters.bookingId;
    if (!bookingId) throw new Error('the sample has a booking number');
    const tool = { ...open, parameters: { bookingId: { ...bookingId, said: false } } };
    expect(refusal([call('RH204815')], { ...said('hello'), business: { ...sample, tools: [tool] } })).toBeNull();
  });
});
