/**
 * Asks Telegram who the bot is and whether it can do its work: that updates arrive, that all kinds needed are
 * subscribed to, and that it may make topics in the team's groups. Findings name no token and no secret.
 */
import { z } from 'zod';
import type { Finding } from '../channel';
import { chatOf, isGroup } from './address';
import { type Call, TelegramRefusal } from './bot-api';
import { SUBSCRIBED } from './parse';

interface CheckInput {
  webhookUrl: string | null;
  chats: readonly string[];
}

const me = z.looseObject({
  username: z.string().catch('?'),
  can_connect_to_business: z.boolean().catch(false),
  can_read_all_group_messages: z.boolean().catch(false),
});
const webhook = z.looseObject({
  url: z.string().catch(''),
  pending_update_count: z.number().catch(0),
  last_error_date: z.number().optional().catch(undefined),
  last_error_message: z.string().optional().catch(undefined),
  allowed_updates: z.array(z.string()).optional().catch(undefined),
});
const chat = z.looseObject({ type: z.string(), is_forum: z.boolean().catch(false) });
const member = z.looseObject({ status: z.string(), can_manage_topics: z.boolean().catch(false) });

/** Telegram drops an update that it could not deliver for a day; an error older than that tells nothing about now. */
const RECENT_S = 86_400;

export function createCheck(call: Call, botId: number) {
  return async ({ webhookUrl, chats }: CheckInput, signal: AbortSignal): Promise<Finding[]> => {
    const identity = await found('bot token', () => checkBot(call, signal));
    if (identity.some(({ state }) => state === 'error')) return identity;
    const hook = await found('webhook', () => checkWebhook(call, webhookUrl, signal));
    const places = await Promise.all(
      chats.map((id) => found(`team chat ${id}`, () => checkChat(call, botId, id, signal))),
    );
    return [...identity, ...hook, ...places.flat()];
  };
}

/** A refusal is a finding; that Telegram can not be reached is none of the account's faults and is thrown. */
async function found(what: string, ask: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof TelegramRefusal)) throw error;
    const moved = error.movedTo === undefined ? '' : ` The new id is ${error.movedTo}.`;
    return [{ what, state: 'error', advice: `Telegram refuses: ${error.message}.${moved}` }];
  }
}

async function checkBot(call: Call, signal: AbortSignal): Promise<Finding[]> {
  const bot = me.parse(await call('getMe', {}, signal));
  const business: Finding = bot.can_connect_to_business
    ? { what: 'Telegram Business', state: 'ok' }
    : {
        what: 'Telegram Business',
        state: 'warning',
        advice:
          'The owner can not connect the bot to a business account: switch on Business Mode in @BotFather, if wanted.',
      };
  return [{ what: `bot @${bot.username}`, state: 'ok' }, business];
}

async function checkWebhook(call: Call, wanted: string | null, signal: AbortSignal): Promise<Finding[]> {
  const info = webhook.parse(await call('getWebhookInfo', {}, signal));
  const repair = 'run npm run channels:setup.';
  if (info.url === '') return [{ what: 'webhook', state: 'error', advice: `No webhook is set: ${repair}` }];
  const findings: Finding[] = [];
  if (wanted !== null && info.url !== wanted) {
    findings.push({ what: 'webhook', state: 'error', advice: `Updates go to another address: ${repair}` });
  }
  const missing = info.allowed_updates && SUBSCRIBED.filter((kind) => !info.allowed_updates?.includes(kind));
  if (missing?.length) {
    const advice = `Not subscribed: ${missing.join(', ')}; ${repair}`;
    findings.push({ what: 'update kinds', state: 'error', advice });
  }
  if (info.last_error_date !== undefined && info.last_error_date > Date.now() / 1000 - RECENT_S) {
    const advice = `Telegram could not deliver lately (${info.last_error_message ?? 'no reason given'}); ${info.pending_update_count} updates wait.`;
    findings.push({ what: 'delivery', state: 'warning', advice });
  }
  return findings.length > 0 ? findings : [{ what: 'webhook', state: 'ok' }];
}

async function checkChat(call: Call, botId: number, id: string, signal: AbortSignal): Promise<Finding[]> {
  const what = `team chat ${id}`;
  const { type, is_forum } = chat.parse(await call('getChat', chatOf(id), signal));
  if (!isGroup(id)) return [{ what, state: 'ok' }];
  const { status, can_manage_topics } = member.parse(
    await call('getChatMember', { ...chatOf(id), user_id: botId }, signal),
  );
  const warn = (advice: string): Finding[] => [{ what, state: 'warning', advice }];
  if (status !== 'administrator' && status !== 'creator') {
    const advice = 'The bot is no administrator, so it does not see what operators write: make it one.';
    return [{ what, state: 'error', advice }];
  }
  if (type !== 'supergroup' || !is_forum) {
    return warn(
      "Topics are off: operators answer by replying. Switch on Topics in the group's settings for one topic a conversation.",
    );
  }
  if (!can_manage_topics) return warn('The bot may not make topics: give it the right "Manage topics".');
  return [{ what, state: 'ok' }];
}
