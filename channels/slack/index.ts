/**
 * Slack, where operators are called: one thread a conversation in a team's channel, answers as replies in it, commands
 * as buttons or with `!`. Customers do not write here.
 */
import type { Channel } from '../channel';
import { openMedia } from '../media';
import { parseSlack } from './parse';
import { sendSlack, slackPlace } from './send';
import { checkSlack, setUpSlack } from './set-up';
import { verifySlack } from './verify';

export interface SlackOptions {
  account: string;
  token: string;
  signingSecret: string;
  baseUrl: string;
}

/** Slack advises 4,000 and cuts at 40,000; a block of text takes 3,000. */
const TEXT_LIMIT = 3_000;

export function createSlackChannel({ account, token, signingSecret, baseUrl }: SlackOptions): Channel {
  const access = { token, baseUrl };
  return {
    name: 'slack',
    commandSign: '!',
    account,
    delivery: 'push',
    textLimit: TEXT_LIMIT,
    // Only colleagues read here: a brief that comes twice costs a glance, one that never comes costs a customer.
    onUnknown: 'resend',
    // docs.slack.dev/apis/web-api/rate-limits: about one message a second in a channel.
    limits: { chat: { messages: 1, perMs: 1_000 } },
    verify: (request) => verifySlack(signingSecret, request),
    parse: parseSlack,
    send: (message, signal) => sendSlack(access, message, signal),
    place: slackPlace(access),
    // A colleague's file; the token goes to Slack's file host and nowhere else.
    fetchMedia: (reference, signal) =>
      openMedia(
        reference,
        { allow: (host) => host === 'files.slack.com', base: baseUrl, headers: { authorization: `Bearer ${token}` } },
        signal,
      ),
    check: (input, signal) => checkSlack(access, input, signal),
    setUp: (input, signal) => setUpSlack(access, input, signal),
  };
}
