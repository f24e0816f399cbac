/** The Telegram adapter: its recorded updates, its secrets, and what becomes of a send. */
import { type Channel, ChannelThrottled } from '../../channels/channel';
import { createTelegramChannel } from '../../channels/telegram';
import { failureOf, outbound, signal, telegramSubject, webhook } from '../platforms/telegram/subject';
import { type ChannelUnderTest, keepsTheContract } from './contract';

describe('the Telegram channel', () => {
  const subject = telegramSubject();
  const send = (text: string, to = subject.to) => subject.channel.send(outbound(to, text), signal);

  keepsTheContract('telegram', (): ChannelUnderTest => {
    const { channel, unreachable, platform, customer, to } = subject;
    return {
      ...{ channel, unreachable, to, bodyIsSigned: false, arrived: () => customer.received() },
      signed: (body, headers) => webhook(subject, body, headers),
      misbehave: (how) => {
        platform.misbehave = how;
      },
    };
  });

  describe('secrets', () => {
    it.each([
      ['a token that no bot has', { token: 'not-a-token-7fe1' }],
      ['an empty secret', { secret: '' }],
      ['a secret that setWebhook refuses', { secret: 'spaces are refused' }],
    ])('refuses to start with %s, naming the account and not the value', (_what, wrong) => {
      const { token, secret, baseUrl } = subject.platform;
      const make = () => createTelegramChannel({ account: 'front-desk', token, secret, baseUrl, ...wrong });
      expect(make).toThrow(/"front-desk"/);
      expect(make).not.toThrow(/not-a-token|spaces are/);
    });

    it('takes no webhook by GET, and none whose secret only begins alike', () => {
      const { channel, platform } = subject;
      const { secret } = platform;
      expect(channel.verify({ ...webhook(subject, {}), method: 'GET' })).toEqual(expect.any(String));
      for (const given of [`${secret}x`, secret.slice(0, -1), `${secret}, other`, '']) {
        const verdict = channel.verify(webhook(subject, {}, { 'x-telegram-bot-api-secret-token': given }));
        expect(verdict).toEqual(expect.any(String));
        expect(verdict).not.toContain(secret);
      }
    });

    it('gives up on a token that Telegram does not know, and does not repeat it', async () => {
      const { baseUrl } = subject.platform;
      const other = createTelegramChannel({ account: 'main', token: '1:AAwrong', secret: 's', baseUrl });
      const told = await failureOf(other.send(outbound({ address: '1' }, 'x'), signal));
      expect(told).toMatch(/ChannelRefusal.*token/);
      expect(told).not.toContain('AAwrong');
    });
  });

  describe('sending', () => {
    it('names a message by chat and number, as an answer to it does', async () => {
      const { customer, channel } = subject;
      const sent = await send('Which room?');
      const answered = customer.place.messages.at(-1)?.message;
      const message = { ...answered, message_id: 999, from: customer.user, text: 'this', reply_to_message: answered };
      const [event] = channel.parse(webhook(subject, { update_id: 1, message })) as { replyTo?: string }[];
      expect(sent).toEqual({ state: 'sent', providerMessageId: event?.replyTo });
    });

    it('shows what it answers, only where that stands in the same chat, and goes out where it is gone', async () => {
      const { channel, customer, to } = subject;
      await send('first');
      const [first] = customer.place.messages.map(({ message }) => message.message_id);
      const answers = async (replyTo: string) => {
        await channel.send(outbound(to, 'an answer', { replyTo }), signal);
        return customer.place.messages.at(-1)?.message.reply_to_message?.message_id;
      };
      expect(await answers(`${to.address}:${first}`)).toBe(first);
      for (const other of [`connection/${to.address}:${first}`, `42:${first}`, `${to.address}:999`, 'callback:7'])
        expect(await answers(other)).toBeUndefined();
      expect(customer.received()).toHaveLength(6);
    });

    it('says how long Telegram asks to wait', async () => {
      subject.platform.misbehave = 'throttle';
      subject.platform.retryAfter = 37;
      const error = await send('hello').catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ChannelThrottled);
      expect((error as ChannelThrottled).retryAfterMs).toBe(37_000);
    });

    it.each(['gateway', 'gateway after delivering'] as const)('does not know what a %s did', async (how) => {
      subject.platform.misbehave = how;
      expect(await send('hello')).toMatchObject({ state: 'unknown' });
    });

    it('gives up waiting with the caller, and does not know what became of it', async () => {
      const { channel, customer, platform, to } = subject;
      platform.misbehave = 'answer late';
      const sent = await channel.send(outbound(to, 'late'), AbortSignal.timeout(150));
      expect(sent).toMatchObject({ state: 'unknown' });
      expect(customer.received()).toEqual(['late']);
    });

    it.each([
      ['the customer has blocked the bot', { blocked: true }],
      ['no such chat', { movedTo: -1_005 }],
    ])('tells the reason of a refusal: %s', async (reason, change) => {
      const { customer, platform } = subject;
      Object.assign(customer.place, change);
      const told = await failureOf(send('secret words'));
      expect(told).toContain('ChannelRefusal');
      expect(told).toContain(reason);
      expect(told).not.toMatch(new RegExp(`secret words|${platform.token}|${customer.user.id}|1005`));
    });

    it('refuses a chat that Telegram does not know, and what is too long for it', async () => {
      const { channel, customer } = subject;
      expect(await failureOf(send('hello', { address: '4040404' }))).toMatch(/ChannelRefusal.*no such chat/);
      expect(await failureOf(send('x'.repeat(channel.textLimit + 1)))).toMatch(/ChannelRefusal.*longer/);
      expect(await send('x'.repeat(channel.textLimit))).toMatchObject({ state: 'sent' });
      expect(customer.received()).toHaveLength(1);
    });

    it('shows that somebody writes, and minds no failure', async () => {
      const { customer, to } = subject;
      const typing: Channel['typing'] = (...input) => subject.channel.typing?.(...input) as Promise<void>;
      await typing(to, signal);
      expect(customer.place.typing).toBe(1);
      customer.place.blocked = true;
      await typing(to, signal);
      await typing({ address: '4040404' }, signal);
      expect(customer.place.typing).toBe(1);
    });
  });

  describe('business chats', () => {
    const inBusiness = () => {
      const account = subject.platform.connect('Lan');
      const { place } = account.with(subject.customer).owner;
      return { to: { address: `${account.id}/${subject.customer.user.id}` }, place };
    };

    it("sends through the connection into the owner's chat, never into the bot's own", async () => {
      const { to, place } = inBusiness();
      place.lastIncomingAt = subject.platform.state.now();
      const sent = await send('Check-in is from 14:00.', to);
      const message = place.messages.at(-1)?.message;
      expect(sent).toEqual({ state: 'sent', providerMessageId: `${to.address}:${message?.message_id}` });
      expect(message?.sender_business_bot?.id).toBe(subject.platform.state.bot.id);
      expect(subject.customer.received()).toEqual([]);
    });

    it('have a window of a day, and the chat of the bot has none', async () => {
      const { to, place } = inBusiness();
      const { channel, platform } = subject;
      expect(channel.windowMs?.('operator', to.address)).toBe(86_400_000);
      expect(channel.windowMs?.('ai', subject.to.address)).toBeNull();
      place.lastIncomingAt = platform.state.now();
      platform.state.later(86_400_001);
      expect(await failureOf(send('too late', to))).toMatch(/ChannelRefusal.*24 hours/);
    });

    it('refuse for good once the account is not connected any more', async () => {
      const { to } = inBusiness();
      subject.platform.state.business.clear();
      expect(await failureOf(send('hello', to))).toMatch(/ChannelRefusal.*not connected/);
    });
  });
});
