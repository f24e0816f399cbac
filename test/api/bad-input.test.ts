import { begin, KEYS, newId, newMessage, playTemporal, startApi, type TestApi } from './support';

const temporal = playTemporal();
let api: TestApi;
beforeAll(async () => {
  api = await startApi({ conversations: temporal });
});
afterAll(() => api.close());

const post = (raw: Buffer | string, headers = {}) =>
  api.ask('POST', `/v1/conversations/${newId()}/messages`, { key: KEYS.channel, raw, headers });
const message = (fields: object) => JSON.stringify({ ...newMessage(), ...fields });

describe('a body that cannot be read', () => {
  test.each([
    ['cut JSON', '{"messageId": "m", "text": '],
    ['no JSON at all', 'hello'],
    ['an empty body', ''],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
    ['an overlong UTF-8 sequence', Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
    ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`],
    ['30,000 levels', '{"a":'.repeat(30_000)],
  ])('is refused with 400: %s', async (_what, raw) => {
    const { status, headers, body } = await post(raw);
    expect(status).toBe(400);
    expect(headers.get('content-type')).toMatch('application/problem+json');
    expect(body).toMatchObject({ type: 'urn:baton:problem:malformed', status: 400 });
  });

  test('counts brackets in strings as text', async () => {
    const { status } = await post(message({ text: `\\"${'['.repeat(100)}` }));
    expect(status).toBe(202);
  });

  test('is refused with 413 above 256 KiB and taken just below', async () => {
    const padded = (bytes: number) => {
      const base = message({ padding: '' });
      return base.replace('"padding":""', `"padding":"${'x'.repeat(bytes - base.length)}"`);
    };
    expect((await post(padded(256 * 1024))).status).toBe(202);
    expect((await post(padded(256 * 1024 + 1))).status).toBe(413);
  });

  test.each([
    ['text/plain', 'text/plain'],
    ['a form', 'application/x-www-form-urlencoded'],
    ['another character set', 'application/json; charset=utf-16'],
  ])('is refused with 415: %s', async (_what, type) => {
    expect((await post(message({}), { 'content-type': type })).status).toBe(415);
  });

  test('is never inflated', async () => {
    expect((await post(Buffer.from('gzip'), { 'content-encoding': 'gzip' })).status).toBe(415);
  });

  test('is read with an explicit UTF-8 character set', async () => {
    expect((await post(message({}), { 'content-type': 'application/json; charset=UTF-8' })).status).toBe(202);
  });
});

describe('a wrong field', () => {
  test.each([
    ['text', { text: { $gt: '' } }],
    ['text', { text: 42 }],
    ['text', { text: null }],
    ['text', { text: '   ' }],
    ['text', { text: 'x'.repeat(16_001) }],
    ['messageId', { messageId: '' }],
    ['messageId', { messageId: 'x'.repeat(201) }],
    ['messageId', { messageId: 'a\nb' }],
    ['messageId', { messageId: ['m'] }],
    ['from.id', { from: { id: 7 } }],
    ['from', { from: 'me' }],
    ['sentAt', { sentAt: 'yesterday' }],
    ['attachments[1].kind', { attachments: [{ kind: 'photo' }, { kind: 'bomb' }] }],
    ['attachments[0].url', { attachments: [{ kind: 'photo', url: 'file:///etc/passwd' }] }],
  ])('is refused with 422 and its path: %s', async (path, fields) => {
    const { status, body } = await post(message(fields));
    expect(status).toBe(422);
    expect(body.errors).toEqual(expect.arrayContaining([expect.objectContaining({ path })]));
  });

  test('is named without quoting what was sent', async () => {
    const { text } = await post(message({ attachments: [{ kind: 'my card is 4111111111111111' }] }));
    expect(text).not.toMatch('4111');
  });

  test('names the fields that are missing', async () => {
    const { body } = await post('{}');
    expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['messageId', 'text']);
  });

  test.each(['[]', 'null', '"text"', '7'])('is refused where the body is no object: %s', async (raw) => {
    expect((await post(raw)).status).toBe(422);
  });
});

describe('a message', () => {
  test('may have 16,000 characters, an emoji being one', async () => {
    expect((await post(message({ text: 'x'.repeat(16_000) }))).status).toBe(202);
    expect((await post(message({ text: '😀'.repeat(16_000) }))).status).toBe(202);
    expect((await post(message({ text: '😀'.repeat(16_001) }))).status).toBe(422);
  });

  test('may have unknown fields, which are ignored', async () => {
    const raw = `{"messageId":"proto-1","text":"hi","__proto__":{"admin":true},"constructor":1,"extra":[{}]}`;
    expect((await post(raw)).status).toBe(202);
  });

  test('may be an attachment without words', async () => {
    expect((await post(message({ text: '', attachments: [{ kind: 'photo' }] }))).status).toBe(202);
  });

  test('keeps well-formed Unicode and mends lone surrogates', async () => {
    const { id, key } = await begin(api);
    const raw = String.raw`{"messageId":"surrogate","text":"a\ud800b \ud83d\ude00 é\u0000"}`;
    await api.ask('POST', `/v1/conversations/${id}/messages`, { key: KEYS.channel, raw });
    const { reference } = temporal.signalled.at(-1) as { reference: { originalId: string } };
    const opened = await api.store.originals.open(key, [reference.originalId]);
    expect(opened.get(reference.originalId)?.content.text).toBe('a\ufffdb 😀 é\u0000');
  });
});

describe('an address', () => {
  test.each([
    '/v1/conversations/a%20b/messages',
    '/v1/conversations/..%2f..%2fetc%2fpasswd/messages',
    `/v1/conversations/${'x'.repeat(201)}/messages`,
    '/v1/conversations/%F0%9F%98%80/messages',
  ])('with an id that no conversation can have is refused: %s', async (path) => {
    const { status, body } = await api.ask('POST', path, { key: KEYS.channel, body: newMessage() });
    expect([status, body.errors?.[0].path]).toEqual([422, 'id']);
  });

  test('with a broken escape is refused with 400', async () => {
    const answer = await api.ask('GET', '/v1/conversations/%E0%A4%A', { key: KEYS.viewer });
    expect(answer.status).toBe(400);
  });

  test.each(['/v1/nothing', '/V1/conversations', '/v1/conversations/', '/.env', '/assets/../main.ts'])(
    'that does not exist is a 404: %s',
    async (path) => {
      const { status, body } = await api.ask('GET', path, { key: KEYS.admin });
      expect([status, body.type]).toEqual([404, 'urn:baton:problem:not-found']);
    },
  );

  test.each([
    ['PUT', '/v1/conversations/x/messages', 'POST, GET, HEAD, OPTIONS'],
    ['DELETE', '/healthz', 'GET, HEAD, OPTIONS'],
    ['GET', '/v1/web/sessions', 'POST, OPTIONS'],
    ['PATCH', '/v1/conversations/x', 'GET, DELETE, HEAD, OPTIONS'],
  ])('answers %s %s with 405 and what it takes', async (method, path, allow) => {
    const { status, headers } = await api.ask(method, path, { key: KEYS.admin });
    expect(status).toBe(405);
    expect(headers.get('allow')).toBe(allow);
  });
});

describe('a query', () => {
  test.each([
    ['mode=asleep', 'mode'],
    ['reason=boredom', 'reason'],
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=ten', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['channel=a/b', 'channel'],
  ])('that is wrong is refused with 422: %s', async (query, path) => {
    const { status, body } = await api.ask('GET', `/v1/conversations?${query}`, { key: KEYS.viewer });
    expect([status, body.errors?.[0].path]).toEqual([422, path]);
  });

  test.each(['a[$ne]=1', 'mode[$ne]=ai', '$where=1', 'mode=&limit=&cursor='])(
    'with nothing in it that we know is served as if it were empty: %s',
    async (query) => {
      expect((await api.ask('GET', `/v1/conversations?${query}`, { key: KEYS.viewer })).status).toBe(200);
    },
  );

  test.each(['%24ne', '{"$gt":""}', 'x'.repeat(500)])(
    'with a cursor that is not ours does no harm: %s',
    async (cursor) => {
      expect((await api.ask('GET', `/v1/conversations?cursor=${cursor}`, { key: KEYS.viewer })).status).toBe(200);
    },
  );
});
