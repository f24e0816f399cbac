/** Slack's laws beyond the contract: who may have written, what a text may not do, and the published types. */

import type { BlockAction, ButtonAction } from '@slack/bolt';
import { verifySlackRequest } from '@slack/bolt';
import type {
  ActionsBlock,
  AllMessageEvents,
  FileShareMessageEvent,
  GenericMessageEvent,
  MessageChangedEvent,
  MessageDeletedEvent,
  MessageMetadataPostedEvent,
  RichTextBlock,
} from '@slack/types';
import fc from 'fast-check';
import { createChannels } from '../../channels';
import type { Channel, ChannelEvent, WebhookRequest } from '../../channels/channel';
import { createSlackChannel } from '../../channels/slack';
import { buttonsBlock } from '../../channels/slack/interaction';
import { escapeText, readText } from '../../channels/slack/text';
import type { CleanText } from '../../domain/message';
import { SlackPlatform } from '../platforms/slack';
import { keepsTheContract } from './contract';

let platform: SlackPlatform;
let slack: Channel;
/** Where nobody listens any more. */
let nowhere: string;
beforeAll(async () => {
  const gone = await new SlackPlatform().start();
  nowhere = gone.baseUrl;
  gone.close();
  platform = await new SlackPlatform().start();
  slack = createSlackChannel({ account: 'main', ...platform, baseUrl: platform.baseUrl });
});
afterAll(() => platform.close());
beforeEach(() => {
  platform.channels.clear();
  platform.channel('C0TEAM');
  platform.misbehave = null;
});

const never = new AbortController().signal;
const request = (body: Buffer, headers: Record<string, string> = platform.signed(body)): WebhookRequest => ({
  ...{ method: 'POST', query: {}, body, headers, receivedAt: new Date() },
});
const signed = (body: Buffer, headers: Record<string, string> = {}) =>
  request(body, { ...platform.signed(body), ...headers });
const event = (inner: object): ChannelEvent => {
  const body = { type: 'event_callback', api_app_id: 'A0BATON', event: inner };
  return (slack.parse(request(Buffer.from(JSON.stringify(body)))) as ChannelEvent[])[0] as ChannelEvent;
};
const post = (text: string, more = {}) =>
  slack.send(
    { to: { address: 'C0TEAM' }, text: text as CleanText, outboxKey: 'out-1', author: 'system', ...more },
    never,
  );

test('an account without one of its secrets does not start, and the variable is named', () => {
  const account = { account: 'main', tokenEnv: 'T', signingSecretEnv: 'S', baseUrl: platform.baseUrl };
  const channels = {
    ...{ telegram: [], whatsapp: [], zalo: [], messenger: [], slack: [account] },
    api: { secretEnv: null, callbackUrl: null },
  };
  expect(() => createChannels({ channels }, (name) => (name === 'T' ? 't' : ''))).toThrow(/^S is not set/);
  expect(createChannels({ channels }, () => 'x').find('slack', 'main')?.place).toBeDefined();
});

describe('the contract', () => {
  keepsTheContract('slack', () => ({
    channel: slack,
    signed,
    bodyIsSigned: true,
    to: { address: 'C0TEAM' },
    misbehave: (how) => {
      platform.misbehave = how;
    },
    arrived: () => platform.posts('C0TEAM').map((each) => platform.shown(each)),
    unreachable: createSlackChannel({ account: 'main', ...platform, baseUrl: nowhere }),
  }));
});

describe('a request', () => {
  test('that we accept is one that Slack’s own library accepts', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: -299, max: 299 }), (bytes, seconds) => {
        const body = Buffer.from(Buffer.from(bytes).toString('utf8'));
        const at = Math.floor(Date.now() / 1000) + seconds;
        const headers = platform.signed(body, at);
        expect(slack.verify(request(body, headers))).toBe(true);
        const given = {
          'x-slack-signature': headers['x-slack-signature'] ?? '',
          'x-slack-request-timestamp': at,
        };
        const { signingSecret } = platform;
        expect(() => verifySlackRequest({ signingSecret, body: body.toString(), headers: given })).not.toThrow();
      }),
    );
  });

  test.each([-301, 302, 86_400])('signed %i seconds from now is refused', (seconds) => {
    const body = Buffer.from('{}');
    const headers = platform.signed(body, Math.floor(Date.now() / 1000) + seconds);
    expect(slack.verify(request(body, headers))).toMatch(/too far off/);
  });

  test.each(['v1=', 'V0=', ' v0=', 'v0=v0=', ''])('whose signature begins with %j is refused', (prefix) => {
    const body = Buffer.from('{}');
    const headers = platform.signed(body);
    const hex = headers['x-slack-signature']?.slice(3);
    expect(slack.verify(request(body, { ...headers, 'x-slack-signature': `${prefix}${hex}` }))).not.toBe(true);
  });

  test('that sets the webhook up is answered with its challenge', () => {
    const body = Buffer.from(JSON.stringify({ type: 'url_verification', token: 'x', challenge: '3eZbrw1aBm2r' }));
    expect(slack.verify(request(body))).toBe(true);
    expect(slack.parse(request(body))).toEqual({ challenge: '3eZbrw1aBm2r' });
  });
});

describe('a text', () => {
  test('of a customer calls nobody, whatever it contains', async () => {
    const bait = [
      '<!channel>',
      '<@U0ANA>',
      '<!subteam^S1>',
      '@here',
      '<https://evil.example|our bank>',
      '&lt;!channel&gt;',
    ];
    for (const text of bait) {
      await post(text);
      await post(text, { buttons: ['done'] });
    }
    const posts = platform.posts('C0TEAM');
    expect(posts).toHaveLength(bait.length * 2);
    expect(posts.flatMap((each) => platform.calls(each))).toEqual([]);
    expect(posts.map((each) => platform.shown(each))).toEqual(bait.flatMap((text) => [text, text]));
    expect(posts.filter(({ mrkdwn }) => mrkdwn !== false)).toEqual([]);
  });

  test('reads the same after it went out and came in', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(readText(escapeText(text))).toBe(text)));
  });

  test('goes into its thread, carries its outbox key, and unfurls nothing', async () => {
    const thread = await slack.place?.openThread({ chat: 'C0TEAM', title: 'Waiting: Conversation 7' }, never);
    const result = await post('https://example.com', { to: { address: 'C0TEAM', thread } });
    const [, reply] = platform.posts('C0TEAM');
    expect(reply).toMatchObject({
      ...{ thread_ts: thread, unfurl_links: false, unfurl_media: false, link_names: false, parse: 'none' },
      metadata: { event_type: 'baton_message', event_payload: { outboxKey: 'out-1' } },
    });
    expect(result).toEqual({ state: 'sent', providerMessageId: `C0TEAM:${reply?.ts}` });
  });
});

describe('a thread', () => {
  test('opens with its title and buttons, and its title follows the conversation', async () => {
    const { place } = slack;
    const thread = (await place?.openThread({ chat: 'C0TEAM', title: 'Waiting <7>' }, never)) as string;
    await place?.retitle?.({ chat: 'C0TEAM', thread, title: 'Ana <7>' }, never);
    const [root] = platform.posts('C0TEAM');
    expect(root).toMatchObject({ ts: thread, text: 'Ana &lt;7&gt;' });
    const blocks = JSON.stringify(root?.blocks);
    for (const action of ['baton_take', 'baton_done', 'baton_ai']) expect(blocks).toContain(action);
    expect(blocks).toContain('Ana <7>');
  });

  test('whose first message somebody deleted is retitled in vain, without an error', async () => {
    await expect(
      slack.place?.retitle?.({ chat: 'C0TEAM', thread: '1.000001', title: 'x' }, never),
    ).resolves.toBeUndefined();
  });

  test.each([
    ['invalid_auth', /install the app again/],
    ['not_in_channel', /invite it/],
    ['is_archived', /archived/],
    ['msg_too_long', /too long/],
    ['some_new_code', /some_new_code/],
  ])('that Slack refuses with %s fails for good, in words that say what to do', async (error, words) => {
    platform.misbehave = { error };
    await expect(post('x')).rejects.toMatchObject({ name: 'ChannelRefusal', message: expect.stringMatching(words) });
  });

  test('is throttled for as long as Slack says', async () => {
    platform.misbehave = 'throttle';
    await expect(post('x')).rejects.toMatchObject({ name: 'ChannelThrottled', retryAfterMs: 2_000 });
  });
});

describe('check', () => {
  const input = { webhookUrl: 'https://baton.example/v1/channels/slack/main/webhook', chats: ['C0TEAM'] };
  const errors = async () =>
    (await slack.check?.(input, never))?.filter(({ state }) => state === 'error').map(({ what }) => what);

  test('finds nothing wrong in a channel with the bot and all scopes, and names the Request URL', async () => {
    expect(await errors()).toEqual([]);
    expect(JSON.stringify(await slack.check?.(input, never))).toContain(input.webhookUrl);
  });

  test('says what is missing, each with advice', async () => {
    platform.channel('C0TEAM', { member: false, archived: true });
    const { scopes } = platform;
    platform.scopes = 'chat:write';
    expect(await errors()).toEqual([
      'channel C0TEAM is archived',
      'the bot is not in channel C0TEAM',
      'the scope channels:history is missing for channel C0TEAM',
      'the scope channels:read is missing for channel C0TEAM',
    ]);
    platform.scopes = scopes;
    platform.channels.clear();
    expect(await errors()).toEqual(['channel C0TEAM can not be read (channel_not_found)']);
    const refused = createSlackChannel({ account: 'main', ...platform, token: 'xoxb-old', baseUrl: platform.baseUrl });
    expect(await refused.check?.(input, never)).toMatchObject([{ state: 'error', advice: expect.any(String) }]);
  });

  test('setUp joins public channels', async () => {
    platform.channel('C0TEAM', { member: false });
    const findings = await slack.setUp?.(input, never);
    expect(findings?.filter(({ state }) => state === 'error')).toEqual([]);
    expect(platform.channels.get('C0TEAM')?.member).toBe(true);
  });
});

describe('the published types', () => {
  const base = {
    type: 'message',
    channel: 'C0TEAM',
    channel_type: 'channel',
    event_ts: '1.000001',
    ts: '1.000001',
  } as const;

  test('of events are read', () => {
    const said: GenericMessageEvent = { ...base, subtype: undefined, user: 'U0ANA', text: 'hi', thread_ts: '0.000009' };
    const shared: FileShareMessageEvent = { ...base, subtype: 'file_share', user: 'U0ANA', text: 'hi' };
    const edited: GenericMessageEvent = { ...said, edited: { user: 'U0ANA', ts: '9.000000' } };
    const change: MessageChangedEvent = {
      ...{ ...base, subtype: 'message_changed', hidden: true, message: edited, previous_message: said },
    };
    const removal: MessageDeletedEvent = {
      ...{ ...base, subtype: 'message_deleted', hidden: true, deleted_ts: '1.000001', previous_message: said },
    };
    const events: AllMessageEvents[] = [said, shared, change, removal];
    expect(events.map((each) => event(each).kind)).toEqual(['message', 'message', 'edit', 'deletion']);
    const posted: MessageMetadataPostedEvent = {
      ...{ type: 'message_metadata_posted', app_id: 'A0BATON', user_id: 'U0BATON', team_id: 'T0TEAM' },
      ...{ channel_id: 'C0TEAM', message_ts: '1.000001', event_ts: '1.000001' },
      metadata: { event_type: 'baton_message', event_payload: { outboxKey: 'out-1' } },
    };
    expect(event(posted)).toMatchObject({ kind: 'receipt', metadata: 'out-1' });
  });

  test('of interactions are read', () => {
    const action: ButtonAction = {
      ...{ type: 'button', block_id: 'b', action_id: 'baton_done', action_ts: '5.000001' },
      text: { type: 'plain_text', text: 'Done' },
    };
    const pressed: BlockAction<ButtonAction> = {
      ...{ type: 'block_actions', actions: [action], team: null, user: { id: 'U0ANA', username: 'ana' } },
      ...{ channel: { id: 'C0TEAM', name: 'team' }, token: 't', response_url: 'r', trigger_id: 'i' },
      ...{ api_app_id: 'A0BATON', container: { type: 'message', message_ts: '1.000001', channel_id: 'C0TEAM' } },
    };
    const body = Buffer.from(new URLSearchParams({ payload: JSON.stringify(pressed) }).toString());
    expect(slack.parse(request(body))).toMatchObject([
      { author: 'operator', thread: '1.000001', content: { text: '/done' }, operator: { id: 'U0ANA', name: 'ana' } },
    ]);
  });

  test('of blocks are what we send', async () => {
    await post('hi', { buttons: ['take', 'done'] });
    const [words, actions] = (platform.posts('C0TEAM').at(-1)?.blocks ?? []) as unknown as [
      RichTextBlock,
      ActionsBlock,
    ];
    expect(words).toEqual({
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'hi' }] }],
    } satisfies RichTextBlock);
    expect(actions.elements).toHaveLength(2);
    expect(buttonsBlock(['done'])).toEqual({
      type: 'actions',
      elements: [{ type: 'button', action_id: 'baton_done', text: { type: 'plain_text', text: 'Done' } }],
    } satisfies ActionsBlock);
  });
});
