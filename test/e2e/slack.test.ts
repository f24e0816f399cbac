/**
 * Slack as the operators' place, from signed events to the Web API, on the loopback platform. Customers write on the
 * `api` channel, so an answer that appears there came through the whole house.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { createSlackChannel } from '../../channels/slack';
import { SlackPlatform, type SlackPost } from '../platforms/slack';
import { type OpenAiServer, startOpenAiServer } from '../support/openai-server';
import { startStack, type TestStack } from '../support/stack';
import type { Talk } from '../support/talk';
import { until } from '../support/until';

const TEAM = 'C0TEAM';
let platform: SlackPlatform;
let stack: TestStack;
let model: OpenAiServer;
beforeAll(async () => {
  platform = await new SlackPlatform().start();
  platform.channel(TEAM);
  const { token, signingSecret, baseUrl } = platform;
  model = await startOpenAiServer();
  stack = await startStack({
    model: model.settings,
    channels: [createSlackChannel({ account: 'main', token, signingSecret, baseUrl })],
    business: (business) => ({
      ...business,
      operators: [
        { channel: 'slack', account: 'main', id: 'U0ANA', name: 'Ana' },
        { channel: 'slack', account: 'main', id: 'U0MINH', name: 'Minh' },
      ],
      places: [{ channel: 'slack', account: 'main', chat: TEAM }],
    }),
  });
  platform.webhookUrl = `${stack.url}/v1/channels/slack/main/webhook`;
}, 120_000);
afterAll(async () => {
  await stack?.close();
  await model?.close();
  await platform?.close();
});

interface Called {
  talk: Talk;
  root: SlackPost;
  inThread(needle: string): Promise<SlackPost>;
}

/** A conversation that asked for a person, and the thread that was opened for it. */
async function called(question = 'Can I speak to a person please?'): Promise<Called> {
  const before = new Set(platform.posts(TEAM).map(({ ts }) => ts));
  const talk = stack.talk();
  await talk.customer('What time is check-in?');
  await talk.replies(1);
  await talk.customer(question);
  await talk.mode('waiting');
  const root = await until('a thread', () =>
    platform.posts(TEAM).find((post) => !before.has(post.ts) && !post.thread_ts),
  );
  const inThread = (needle: string) =>
    until(needle, () => platform.posts(TEAM, root.ts).find((post) => platform.shown(post).includes(needle)));
  await inThread('What time is check-in?');
  return { talk, root, inThread };
}

const said = (talk: Talk, text: string) =>
  talk.until(text, (messages) => messages.some((row) => row.author === 'operator' && row.text === text));

describe('Slack as the operators’ place', () => {
  it('opens one thread with reason and history, and shows in its first message how things stand', async () => {
    const { talk, root, inThread } = await called();
    await inThread('Reason: The customer asked for a person');
    expect(platform.shown(root)).toMatch(/^🔴 #\w+ api/);
    await platform.person(TEAM, 'U0ANA', '!take', { thread_ts: root.ts });
    await talk.mode('operator');
    await until('the owner', () => platform.shown(root).startsWith('🟢') && platform.shown(root).includes('Ana'));
  });

  it('carries a reply in the thread to the customer once, however often Slack delivers it, and his answer back', async () => {
    const { talk, root, inThread } = await called();
    const event = {
      ...{ type: 'message', channel: TEAM, channel_type: 'channel', user: 'U0ANA', thread_ts: root.ts },
      ...{ ts: platform.ts(), text: 'Hello, Ana here &amp; happy to help' },
    };
    for (const attempt of ['0', '1', '2']) {
      expect(await platform.event(event, { 'x-slack-retry-num': attempt })).toBe(200);
    }
    await said(talk, 'Hello, Ana here & happy to help');
    await talk.mode('operator');
    await talk.customer('Thank you <!channel>, my card is 4111 1111 1111 1111');
    const forward = await inThread('Thank you <!channel>');
    expect(platform.calls(forward)).toEqual([]);
    expect(platform.shown(forward)).not.toContain('4111');
    expect((await talk.texts('operator')).filter((text) => text.startsWith('Hello'))).toHaveLength(1);
    expect(await talk.texts('ai')).toHaveLength(1);
  });

  it('resumes by `!done`, and the AI answers the next message', async () => {
    const { talk, root, inThread } = await called();
    await platform.person(TEAM, 'U0ANA', 'All settled', { thread_ts: root.ts });
    await said(talk, 'All settled');
    await platform.person(TEAM, 'U0ANA', '!done', { thread_ts: root.ts });
    await talk.mode('resolved');
    await inThread('Resolved');
    await talk.customer('What time is breakfast?');
    await talk.replies(2);
    expect((await talk.texts('operator')).filter((text) => /done/.test(text))).toEqual([]);
  });

  it('obeys the buttons of the thread’s first message and of the brief', async () => {
    const { talk, root } = await called();
    expect(await platform.press(root, 'U0MINH', 'baton_take')).toBe(200);
    await talk.mode('operator');
    expect((await talk.conversation()).operator).toMatchObject({ id: 'U0MINH' });
    // Within a second of the customer's words the button would count as simultaneous with them.
    await pause(1_100);
    const brief = await until('buttons', () => platform.posts(TEAM, root.ts).find(({ blocks }) => blocks));
    expect(await platform.press(brief, 'U0MINH', 'baton_done')).toBe(200);
    await talk.mode('resolved');
    await talk.customer('What time is breakfast?');
    await talk.replies(2);
  });

  it('keeps notes, strangers and unknown commands from the customer', async () => {
    const { talk, root, inThread } = await called();
    await platform.person(TEAM, 'U0ANA', '// he is a regular guest', { thread_ts: root.ts });
    await platform.person(TEAM, 'U0STRANGER', 'I will handle this', { thread_ts: root.ts });
    await platform.person(TEAM, 'U0STRANGER', '!done', { thread_ts: root.ts });
    await platform.person(TEAM, 'U0ANA', ' /dnoe', { thread_ts: root.ts });
    await inThread('Noted for the team');
    // As they are typed in Slack, which keeps `/` for itself.
    await inThread('Commands: !done !take');
    await platform.person(TEAM, 'U0ANA', 'Hello', { thread_ts: root.ts });
    await said(talk, 'Hello');
    const shown = (await talk.messages()).filter(({ visibility }) => visibility === 'public').map(({ text }) => text);
    for (const text of ['regular guest', 'handle this', 'dnoe', 'done']) expect(shown.join('\n')).not.toContain(text);
    expect((await talk.conversation()).mode).toBe('operator');
  });

  it('knows by its own post that a forward arrived whose request was never answered', async () => {
    const { talk, root, inThread } = await called();
    await platform.press(root, 'U0ANA', 'baton_take');
    await talk.mode('operator');
    await until('the owner', () => platform.shown(root).startsWith('🟢'));
    platform.misbehave = 'hang up after delivering';
    await talk.customer('My flight lands at ten');
    await inThread('My flight lands at ten');
    await talk.customer('And I have two bags');
    await inThread('And I have two bags');
    const texts = platform.posts(TEAM, root.ts).map((post) => platform.shown(post));
    expect(texts.filter((text) => text.includes('My flight lands at ten'))).toHaveLength(1);
    expect(texts.join('\n')).not.toContain('unconfirmed');
  });

  it('brings a brief through when Slack asks to wait', async () => {
    platform.misbehave = 'throttle';
    await (await called()).inThread('Reason: The customer asked for a person');
  });

  it('stores nothing of a forged or late request, and answers the set-up challenge', async () => {
    const body = Buffer.from(JSON.stringify({ type: 'url_verification', challenge: 'c0ffee' }));
    const ask = (headers: Record<string, string>) =>
      fetch(platform.webhookUrl, { method: 'POST', headers, body: new Uint8Array(body) });
    const good = await ask(platform.signed(body));
    expect([good.status, await good.text()]).toEqual([200, 'c0ffee']);
    expect((await ask({ ...platform.signed(body), 'x-slack-signature': `v0=${'0'.repeat(64)}` })).status).toBe(401);
    expect((await ask(platform.signed(body, Math.floor(Date.now() / 1000) - 400))).status).toBe(401);
  });
});
