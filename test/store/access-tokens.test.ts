import { fingerprint } from '../../store';
import { FIRST_KEY, SECOND_KEY, storeFixture } from './store-fixture';

const { connect } = storeFixture();
const inAnHour = () => new Date(Date.now() + 3_600_000);
const pair = (name: string) => ({
  ...{ accessToken: `access-${name}`, refreshToken: `refresh-${name}` },
  ...{ expiresAt: inAnHour(), renewAt: inAnHour() },
});
const holder = (account: string) => ({ businessId: 'hotel', channel: 'zalo', account });

describe('access tokens', () => {
  it('begin with the token the owner gave, and go on with the pair it was traded for', async () => {
    const { accessTokens } = await connect();
    expect(await accessTokens.read(holder('a'))).toBeNull();
    expect(await accessTokens.hold(holder('a'), 'seed')).toMatchObject({ accessToken: null, refreshToken: 'seed' });
    await accessTokens.save(holder('a'), 'seed', pair('1'));
    expect(await accessTokens.hold(holder('a'), 'seed')).toMatchObject({ refreshToken: 'refresh-1', lost: false });
    expect(await (await connect()).accessTokens.read(holder('a'))).toMatchObject({ accessToken: 'access-1' });
  });

  it('take another token of the owner once, and an old one never again', async () => {
    const { accessTokens } = await connect();
    await accessTokens.hold(holder('b'), 'first');
    await accessTokens.lose(holder('b'), 'first');
    expect(await accessTokens.hold(holder('b'), 'first')).toMatchObject({ lost: true });
    const planted = { accessToken: null, refreshToken: 'second', expiresAt: null, lost: false };
    expect(await accessTokens.hold(holder('b'), 'second')).toMatchObject(planted);
    await accessTokens.save(holder('b'), 'second', pair('2'));
    expect(await accessTokens.hold(holder('b'), 'first')).toMatchObject({ refreshToken: 'refresh-2' });
  });

  it('keep what is newer: a late pair or a late loss of another token changes nothing', async () => {
    const { accessTokens } = await connect();
    await accessTokens.hold(holder('c'), 'first');
    await accessTokens.hold(holder('c'), 'second');
    await accessTokens.save(holder('c'), 'first', pair('late'));
    await accessTokens.lose(holder('c'), 'first');
    expect(await accessTokens.read(holder('c'))).toMatchObject({ refreshToken: 'second', lost: false });
  });

  it('undo a loss that was noted while the pair was still being written', async () => {
    const { accessTokens } = await connect();
    await accessTokens.hold(holder('d'), 'seed');
    await accessTokens.lose(holder('d'), 'seed');
    await accessTokens.save(holder('d'), 'seed', pair('4'));
    expect(await accessTokens.read(holder('d'))).toMatchObject({ accessToken: 'access-4', lost: false });
  });

  it('are planted once by many at a time', async () => {
    const stores = await Promise.all([connect(), connect()]);
    const held = await Promise.all(
      Array.from({ length: 10 }, (_, at) => stores[at % 2]?.accessTokens.hold(holder('e'), 'seed')),
    );
    for (const each of held) expect(each).toMatchObject({ refreshToken: 'seed' });
  });

  it('open under the new master key once the keys are wrapped anew', async () => {
    const { accessTokens } = await connect();
    await accessTokens.hold(holder('f'), 'seed');
    await accessTokens.save(holder('f'), 'seed', pair('6'));
    await (await connect({ masterKeys: [SECOND_KEY, FIRST_KEY] })).rewrapKeys();
    const rotated = await connect({ masterKeys: [SECOND_KEY] });
    expect(await rotated.accessTokens.read(holder('f'))).toMatchObject({ accessToken: 'access-6' });
  });

  it('are named by a fingerprint that tells them apart and not what they are', () => {
    expect(fingerprint('a')).toMatch(/^[0-9a-f]{24}$/);
    expect(fingerprint('a')).not.toBe(fingerprint('b'));
  });
});
