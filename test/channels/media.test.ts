/** Files are opened only where the provider keeps them, whatever an address, a name server or a redirect says. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { MediaRefused, MediaUnavailable, openMedia } from '../../channels/media';
import { isPublic } from '../../channels/media-address';
import { type Loopback, serveOnLoopback } from '../support/loopback';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Loopback;
let port: number;
let answer: Answer;
let asked: IncomingMessage[];
const never = new AbortController().signal;
const loopback = [{ address: '127.0.0.1', family: 4 }];

beforeAll(async () => {
  server = await serveOnLoopback((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  port = server.port;
});
afterAll(() => server.close());
beforeEach(() => {
  asked = [];
  answer = (_request, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('the file');
});

/** The platform as business.yaml names it. `provider.test` is known to our resolver alone. */
const base = () => `http://provider.test:${port}`;
const open = (address: string, more: Partial<Parameters<typeof openMedia>[1]> = {}) =>
  openMedia(address, { allow: () => false, base: base(), resolve: async () => loopback, ...more }, never);
const read = async ({ stream }: { stream: ReadableStream<Uint8Array> }) => new Response(stream).text();

describe('openMedia', () => {
  it('streams the file with its type and size', async () => {
    const media = await open(`${base()}/file`);
    expect(media).toMatchObject({ type: 'image/png', size: null });
    expect(await read(media)).toBe('the file');
  });

  it('connects to the address that was checked, asking the name server once', async () => {
    const answers = [loopback, [{ address: '10.0.0.1', family: 4 }]];
    const resolve = jest.fn(async () => answers.shift() ?? []);
    expect(await read(await open(`${base()}/file`, { resolve }))).toBe('the file');
    expect(resolve).toHaveBeenCalledTimes(1);
    expect(asked[0]?.headers.host).toBe(`provider.test:${port}`);
  });

  it('refuses a listed host whose name leads into a private network, before any connection', async () => {
    for (const address of ['127.0.0.1', '10.1.2.3', '169.254.169.254', '192.168.0.1', '::1', 'fd00::1', 'fe80::1']) {
      const resolve = async () => [{ address, family: address.includes(':') ? 6 : 4 }];
      const opening = open(`https://cdn.test:${port}/file`, { allow: () => true, resolve });
      await expect(opening).rejects.toBeInstanceOf(MediaRefused);
    }
    expect(asked).toEqual([]);
  });

  it('refuses a name that answers with a public and a private address', async () => {
    const resolve = async () => [{ address: '93.184.215.14', family: 4 }, ...loopback];
    await expect(open('https://cdn.test/file', { allow: () => true, resolve })).rejects.toBeInstanceOf(MediaRefused);
  });

  it.each([
    ['a host that is not on the list', 'https://elsewhere.test/file'],
    ['a host that only ends like one', 'https://evil-provider.test/file'],
    ['plain http', 'http://cdn.test/file'],
    ['a file of this machine', 'file:///etc/passwd'],
    ['data in the address', 'data:text/plain,hello'],
    ['a name and a password', 'https://cdn.test:x@cdn.test/file'],
    ['an address written as one number', 'https://2130706433/file'],
    ['an address written in hex', 'https://0x7f.1/file'],
    ['loopback inside IPv6', 'https://[::ffff:127.0.0.1]/file'],
    ['another port of the configured host', 'http://provider.test:1/file'],
    ['no address at all', 'not an address'],
  ])('refuses %s', async (_what, address) => {
    const allow = (host: string) => host === 'cdn.test' || /^[\d.[\]:a-f]+$/.test(host);
    const refusal = await open(address, { allow }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(MediaRefused);
    expect(asked).toEqual([]);
  });

  it('knows which addresses are public', () => {
    const ours = ['0.0.0.0', '100.64.0.1', '127.9.9.9', '172.16.0.1', '224.0.0.1', '255.255.255.255', '::', 'nonsense'];
    const translated = ['::ffff:10.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', 'ff02::1'];
    expect([...ours, ...translated].filter(isPublic)).toEqual([]);
    expect(['93.184.215.14', '2606:4700::6810:84e5', '::ffff:8.8.8.8'].filter(isPublic)).toHaveLength(3);
  });

  it('follows a redirect of the configured host, but never off the list or into a private network', async () => {
    answer = ({ url }, response) =>
      url === '/start' ? response.writeHead(302, { location: '/file' }).end() : response.end('moved');
    expect(await read(await open(`${base()}/start`))).toBe('moved');
    for (const location of ['https://elsewhere.test/x', `http://127.0.0.1:${port}/x`, 'https://cdn.test/x']) {
      asked = [];
      answer = (_request, response) => response.writeHead(307, { location }).end();
      const allow = (host: string) => host === 'cdn.test';
      await expect(open(`${base()}/start`, { allow })).rejects.toBeInstanceOf(MediaRefused);
      expect(asked).toHaveLength(1);
    }
  });

  it('stops at the third redirect', async () => {
    answer = ({ url }, response) => response.writeHead(302, { location: `${url}x` }).end();
    await expect(open(`${base()}/`)).rejects.toBeInstanceOf(MediaRefused);
    expect(asked).toHaveLength(3);
  });

  it('sends the token to the first origin only', async () => {
    const other = await serveOnLoopback((request, response) => {
      asked.push(request);
      response.end('elsewhere');
    });
    const location = `http://provider.test:${other.port}/x`;
    answer = (_request, response) => response.writeHead(302, { location }).end();
    // The second hop is not the configured origin, so it is refused; what matters is that no header went along.
    const opening = open(`${base()}/start`, { headers: { authorization: 'Bearer t' }, allow: () => true });
    await expect(opening).rejects.toBeInstanceOf(MediaRefused);
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer t']);
    await other.close();
  });

  it('refuses a file that says it is too large, and breaks off one that turns out to be', async () => {
    answer = (_request, response) => response.writeHead(200, { 'content-length': '100' }).end('x'.repeat(100));
    await expect(open(`${base()}/file`, { limitBytes: 99 })).rejects.toBeInstanceOf(MediaRefused);
    answer = (_request, response) => {
      response.write('x'.repeat(60));
      response.end('x'.repeat(60));
    };
    await expect(read(await open(`${base()}/file`, { limitBytes: 99 }))).rejects.toThrow();
  });

  it('does not pass a broken file for a whole one', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    };
    await expect(read(await open(`${base()}/file`))).rejects.toThrow();
  });

  it('says that the provider has no file, without the address', async () => {
    answer = (_request, response) => response.writeHead(404).end();
    const gone = await open(`${base()}/file?token=secret`).catch((error: Error) => error);
    expect(gone).toBeInstanceOf(MediaUnavailable);
    expect(String(gone)).not.toMatch(/secret|provider\.test/);
    const closed = await openMedia(
      'http://127.0.0.1:1/',
      { allow: () => false, base: 'http://127.0.0.1:1' },
      never,
    ).catch((error: Error) => error);
    expect(closed).toBeInstanceOf(MediaUnavailable);
  });

  it('ends with its caller', async () => {
    answer = () => undefined;
    const caller = new AbortController();
    const opening = openMedia(
      `${base()}/file`,
      { allow: () => false, base: base(), resolve: async () => loopback },
      caller.signal,
    );
    setTimeout(() => caller.abort(), 50);
    await expect(opening).rejects.toBeInstanceOf(MediaUnavailable);
  });
});
