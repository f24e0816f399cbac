import { defaultPayloadConverter } from '@temporalio/common';
import { masterKeys } from '../../store/master-keys';
import { createPayloadCodec } from '../../store/payload-codec';
import { FIRST_KEY, SECOND_KEY } from './store-fixture';

const codec = (...keys: { id: string; key: Buffer }[]) => createPayloadCodec(masterKeys(keys).payloadKeys);
const payload = defaultPayloadConverter.toPayload({ text: 'clean words', n: 1 });

describe('the payload codec', () => {
  test('a payload comes back as it was and shows nothing on the way', async () => {
    const both = codec(FIRST_KEY);
    const [encoded] = await both.encode([payload]);
    expect(Buffer.from(encoded?.data as Uint8Array).includes('clean words')).toBe(false);
    expect(Buffer.from(encoded?.metadata?.['encryption-key-id'] as Uint8Array).toString()).toBe('first');
    const [decoded] = await both.decode([encoded as never]);
    expect(defaultPayloadConverter.fromPayload(decoded as never)).toEqual({ text: 'clean words', n: 1 });
    expect(decoded?.metadata?.encoding).toEqual(Buffer.from(payload.metadata?.encoding as Uint8Array));
  });

  test('payloads without data, many at once and none come back too', async () => {
    const one = codec(FIRST_KEY);
    const empty = defaultPayloadConverter.toPayload(undefined);
    expect(await one.encode([])).toEqual([]);
    const decoded = await one.decode(await one.encode([empty, payload, empty]));
    expect(decoded.map((each) => defaultPayloadConverter.fromPayload(each))).toEqual([
      undefined,
      { text: 'clean words', n: 1 },
      undefined,
    ]);
  });

  test('plain payloads and those of other codecs pass untouched', async () => {
    const foreign = { metadata: { encoding: Buffer.from('binary/other') }, data: Buffer.from('x') };
    expect(await codec(FIRST_KEY).decode([payload, foreign, {}])).toEqual([payload, foreign, {}]);
  });

  test('after a rotation old payloads decode, new ones carry the new key, and a missing key is named', async () => {
    const old = await codec(FIRST_KEY).encode([payload]);
    const rotated = codec(SECOND_KEY, FIRST_KEY);
    expect(defaultPayloadConverter.fromPayload((await rotated.decode(old))[0] as never)).toMatchObject({ n: 1 });
    const fresh = await rotated.encode([payload]);
    expect(defaultPayloadConverter.fromPayload((await codec(SECOND_KEY).decode(fresh))[0] as never)).toMatchObject({
      n: 1,
    });
    await expect(codec(SECOND_KEY).decode(old)).rejects.toThrow(/first is not configured/);
  });

  test('an altered payload, or one that names another key, does not decode', async () => {
    const both = codec(FIRST_KEY, SECOND_KEY);
    const [encoded] = await both.encode([payload]);
    const data = Buffer.from(encoded?.data as Uint8Array);
    data[data.length - 1] = (data[data.length - 1] as number) ^ 1;
    await expect(both.decode([{ ...encoded, data }])).rejects.toThrow(/does not open/);
    const renamed = { ...encoded?.metadata, 'encryption-key-id': Buffer.from('second') };
    await expect(both.decode([{ ...encoded, metadata: renamed }] as never)).rejects.toThrow(/does not open/);
  });

  test('master keys must be long enough and one must be current', () => {
    expect(() => masterKeys([])).toThrow(/no current key/);
    expect(() => masterKeys([{ id: 'short', key: Buffer.alloc(16) }])).toThrow(/short is shorter/);
    expect(() => masterKeys({ current: 'gone', keys: new Map([['a', Buffer.alloc(32)]]) })).toThrow(/no current key/);
  });
});
