/**
 * Messenger of a Facebook page. Everything the page says comes back as an echo: ours by the app's id, a person's from
 * the page's inbox. Only words that a person typed may go out after the first day.
 */
import type { Channel } from '../channel';
import { MediaUnavailable, openMedia } from '../media';
import { knownAutomatic } from '../meta-automatic';
import { createGraph } from '../meta-graph';
import { challengeOf, jsonOf, verifyMeta } from '../meta-webhook';
import { parseMessenger } from './parse';
import { sendMessenger } from './send';
import { checkMessenger, setUpMessenger } from './set-up';

export interface MessengerOptions {
  account: string;
  appId: string;
  /** Of a webhook only this page's events are taken; null or absent: all of them. */
  pageId?: string | null;
  token: string;
  appSecret: string;
  verifyToken: string;
  baseUrl: string;
  /** Instant replies and away messages set in Meta Business Suite, word for word. */
  automaticReplies?: readonly string[];
}

const TEXT_LIMIT = 2_000;
const DAY_MS = 86_400_000;
const HOSTS = /^(?:[a-z0-9-]+\.)+(?:fbcdn\.net|fbsbx\.com)$/;

export function createMessengerChannel(options: MessengerOptions): Channel {
  const { account, appId, pageId = null, baseUrl, token } = options;
  const graph = createGraph(baseUrl, token);
  const page = { ...options, pageId, graph };
  const parsing = { appId, pageId, isAutomatic: knownAutomatic(options.automaticReplies) };
  return {
    name: 'messenger',
    account,
    delivery: 'push',
    textLimit: TEXT_LIMIT,
    limits: { account: { messages: 100, perMs: 1_000 } },
    windowMs: (author) => (author === 'operator' ? 7 * DAY_MS : DAY_MS),
    sharesWebhook: pageId !== null,
    verify: verifyMeta(options),
    parse: (request) => challengeOf(request) ?? parseMessenger(jsonOf(request.body), parsing),
    send: (message, signal) => sendMessenger(graph, message, signal),
    async typing({ address }, signal) {
      await graph.post('me/messages', { recipient: { id: address }, sender_action: 'typing_on' }, signal);
    },
    async fetchMedia(reference, signal) {
      if (reference.startsWith('{')) return place(reference);
      if (!/^https?:/.test(reference)) throw new MediaUnavailable('the message names no file');
      return openMedia(reference, { allow: (host) => HOSTS.test(host), base: baseUrl }, signal);
    },
    check: ({ webhookUrl }, signal) => checkMessenger(page, webhookUrl, signal),
    setUp: ({ webhookUrl }, signal) => setUpMessenger(page, webhookUrl, signal),
  };
}

/** A place came whole in the webhook. */
function place(text: string) {
  const bytes = Buffer.from(text);
  return { type: 'application/json', size: bytes.length, stream: new Blob([bytes]).stream() };
}
