/** How a word to operators looks in a chat without threads, and what it is an answer to. */
import type { Channel } from '../channels/channel';
import { OPERATOR_COMMANDS } from '../domain/operator-command';

/** Forty tags tell nobody apart: the customer's name, where he has one, stands beside each. */
export const taggedAs = (tag: string, name: string | null, text: string): string =>
  name === null ? `#${tag} ${text}` : `#${tag} ${name} · ${text}`;

/** The id of a message that was written in this account's chats; `answers` is `{channel}/{account}/{id}`. */
export function idIn(
  answers: string | undefined,
  { channel, account }: { channel: string; account: string },
): string | undefined {
  const prefix = `${channel}/${account}/`;
  return answers?.startsWith(prefix) ? answers.slice(prefix.length) : undefined;
}

const COMMAND = new RegExp(`(?<=^|\\s)/(?=(?:${OPERATOR_COMMANDS.join('|')})\\b)`, 'gu');

/** Commands as operators type them there. */
export const commandsAs = (text: string, { commandSign = '/' }: Channel): string =>
  commandSign === '/' ? text : text.replace(COMMAND, commandSign);
