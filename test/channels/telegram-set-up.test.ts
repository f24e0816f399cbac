/** What `channels:setup` sets at Telegram and what `channels:check` finds there. */
import { createChannels } from '../../channels';
import { ChannelRefusal } from '../../channels/channel';
import { createTelegramChannel } from '../../channels/telegram';
import { channelsSchema } from '../../domain/business-channels';
import { addressOf, signal, telegramSubject } from '../platforms/telegram/subject';

const url = 'https://chat.example.com/v1/channels/telegram/main/webhook';

describe('setting up Telegram', () => {
  const subject = telegramSubject();
  const setUp = (chats: string[] = []) => subject.channel.setUp?.({ webhookUrl: url, chats }, signal);
  const wrong = async (chats: string[] = []) =>
    ((await subject.channel.check?.({ webhookUrl: url, chats }, signal)) ?? []).filter(({ state }) => state !== 'ok');

  it('sets the webhook, its secret, its kinds and the commands of the team; then there is nothing to complain of', async () => {
    const { platform } = subject;
    const group = platform.group();
    expect((await setUp([addressOf(group)]))?.map(({ state }) => state)).toEqual(['ok', 'ok']);
    expect(platform.state.webhook).toMatchObject({ url, secret: platform.secret, maxConnections: 40 });
    expect(platform.state.webhook?.allowed).toEqual(
      expect.arrayContaining(['message', 'callback_query', 'business_message', 'deleted_business_messages']),
    );
    expect(group.commands).toEqual(['take', 'done', 'ai', 'note', 'history', 'who', 'help']);
    expect(await wrong([addressOf(group)])).toEqual([]);
  });

  it('refuses to start without the token or the secret that business.yaml names', () => {
    const telegram = [{ account: 'main', tokenEnv: 'HOTEL_TOKEN', secretEnv: 'HOTEL_SECRET' }];
    const channels = channelsSchema.parse({ telegram });
    const secrets: Record<string, string> = { HOTEL_TOKEN: '600100:AAtoken', HOTEL_SECRET: 'letters_and_digits' };
    expect(createChannels({ channels }, (name) => secrets[name]).find('telegram', 'main')?.delivery).toBe('push');
    for (const missing of Object.keys(secrets)) {
      const start = () => createChannels({ channels }, (name) => (name === missing ? '' : secrets[name]));
      expect(start).toThrow(new RegExp(`${missing} is not set`));
    }
  });

  it('finds that no webhook is set', async () => {
    expect(await wrong()).toEqual([
      { what: 'webhook', state: 'error', advice: expect.stringContaining('channels:setup') },
    ]);
  });

  it('finds another address, kinds that are not subscribed, and deliveries that failed lately', async () => {
    const { state } = subject.platform;
    subject.platform.deliversTo('https://elsewhere.example.com');
    Object.assign(state.webhook ?? {}, {
      allowed: ['message'],
      lastError: { at: state.seconds(), message: 'Connection timed out' },
    });
    expect((await wrong()).map(({ what, advice }) => `${what}: ${advice}`)).toEqual([
      expect.stringContaining('another address'),
      expect.stringContaining('business_message'),
      expect.stringContaining('timed out'),
    ]);
  });

  it.each([
    ['no administrator', { admin: false }, 'error'],
    ['Topics are off', { forum: false }, 'warning'],
    ['may not make topics', { topics: false }, 'warning'],
  ])('finds what a team group lacks: %s', async (advice, more, state) => {
    await setUp();
    expect(await wrong([addressOf(subject.platform.group(more))])).toEqual([
      { what: expect.any(String), state, advice: expect.stringContaining(advice) },
    ]);
  });

  it('finds a group that is unknown, and the new id of one that moved', async () => {
    await setUp();
    const old = subject.platform.group({ forum: false });
    old.movedTo = -100_777;
    const advice = (await wrong(['-100404', addressOf(old)])).map((finding) => finding.advice);
    expect(advice).toEqual([expect.stringContaining('no such chat'), expect.stringContaining('-100777')]);
    expect(await setUp(['-100404'])).toContainEqual(
      expect.objectContaining({ state: 'error', advice: expect.stringContaining('no such chat') }),
    );
  });

  it('stops at a token that Telegram does not know', async () => {
    const { baseUrl } = subject.platform;
    const other = createTelegramChannel({ account: 'main', token: '1:AAwrong', secret: 's', baseUrl });
    expect(await other.check?.({ webhookUrl: url, chats: ['-1'] }, signal)).toEqual([
      { what: 'bot token', state: 'error', advice: expect.stringContaining('token') },
    ]);
  });

  it('finds fault with nobody when Telegram is not reached', async () => {
    const checking = subject.unreachable.check?.({ webhookUrl: url, chats: [] }, signal);
    const error = await checking?.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(ChannelRefusal);
  });
});
