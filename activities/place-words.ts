/** How a word to operators looks in a chat without threads, and what it is an answer to. */
import type { Channel } from '../channels/channel';
import { OPERATOR_COMMANDS } from '../domain/operator-command';
import type { ConversationKey } from '../store/store';
import { customerName } from './customer-name';
import type { ActivityDeps } from './deps';

/** Ends the number of what is about no conversation; the API knows it by this. */
export const GENERAL = ':general';

/** Forty tags tell nobody apart: the customer's name stands beside each. The brief names him itself. */
export async function taggedAs(
  deps: Pick<ActivityDeps, 'store'>,
  conversation: ConversationKey,
  { purpose, text }: { purpose: string; text: string },
  tag: string,
): Promise<string> {
  const name = purpose === 'brief' ? null : await customerName(deps, conversation);
  return name === null ? `#${tag} ${text}` : `#${tag} ${name} · ${text}`;
}

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
