/**
 * Telegram: a bot's own chats with customers, the chats of business accounts that connected the bot (the owner answers
 * in the same chat), and the operators' groups with a topic for each conversation.
 */
import type { Channel } from '../channel';
import { isBusinessChat } from './address';
import { createCall, followingMoves, type TelegramOptions } from './bot-api';
import { answerPress } from './buttons';
import { createCheck } from './check';
import { createFetchMedia } from './media';
import { parseUpdate } from './parse';
import { createPlace } from './place';
import { createSend, createTyping } from './send';
import { createSetUp } from './set-up';
import { createVerify, SECRET_TOKEN } from './verify';

/** UTF-16 code units of `sendMessage`'s text. */
const TEXT_LIMIT = 4_096;
const BUSINESS_WINDOW_MS = 86_400_000;
const BOT_TOKEN = /^(\d{1,16}):[A-Za-z0-9_-]+$/;

/** Throws where the secrets can not be what Telegram issued or takes, naming the account and never the value. */
export function createTelegramChannel({ secret, ...options }: TelegramOptions & { secret: string }): Channel {
  const { account, token } = options;
  // The part before the colon is the bot's own user id.
  const botId = Number(BOT_TOKEN.exec(token)?.[1] ?? Number.NaN);
  if (Number.isNaN(botId)) {
    throw new Error(
      `The bot token of Telegram account "${account}" is none: expected "digits:letters" as @BotFather gives it`,
    );
  }
  if (!SECRET_TOKEN.test(secret)) {
    throw new Error(`The webhook secret of Telegram account "${account}" needs 1 to 256 of A-Z, a-z, 0-9, "_" and "-"`);
  }
  const call = createCall(options);
  // Checks ask by the id as it stands in business.yaml, and tell what became of it.
  const followed = followingMoves(call);
  return {
    name: 'telegram',
    account,
    delivery: 'push',
    textLimit: TEXT_LIMIT,
    limits: {
      account: { messages: 30, perMs: 1_000 },
      chat: { messages: 1, perMs: 1_000 },
      place: { messages: 20, perMs: 60_000 },
    },
    windowMs: (_author, address) => (isBusinessChat(address) ? BUSINESS_WINDOW_MS : null),
    verify: createVerify(secret),
    parse: (request) => parseUpdate(request, botId),
    acknowledge: answerPress,
    send: createSend(followed),
    typing: createTyping(followed),
    place: createPlace(followed),
    fetchMedia: createFetchMedia(call, options),
    check: createCheck(call, botId),
    setUp: createSetUp(call, secret),
  };
}
