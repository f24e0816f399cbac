/**
 * Who wrote, by what Telegram vouches for. In a private chat the chat's id is the customer's. In a chat of a connected
 * business account our own message, the away message and the owner's own words all come `from` the owner: only
 * `sender_business_bot` and `is_from_offline` tell them apart. In a group only people and its anonymous admins count.
 */
import type { WrittenEvent } from '../channel';
import { nameOf, type TelegramMessage } from './shapes';

type Author = Pick<WrittenEvent, 'author' | 'operator' | 'automatic' | 'own'>;
type Nobody = { nobody: string };

export function authorOf(message: TelegramMessage, botId: number): Author | Nobody {
  const { chat, from, business_connection_id: connection } = message;
  if (chat.type === 'channel' || chat.is_direct_messages) return { nobody: 'channel' };
  if (connection) return inBusinessChat(message, botId);
  if (from?.id === botId) return { nobody: 'own message' };
  if (chat.type !== 'private') return inGroup(message);
  if (from?.is_bot) return { nobody: 'message of a bot' };
  return from && from.id !== chat.id ? { nobody: 'message of a stranger' } : { author: 'customer' };
}

function inBusinessChat({ chat, from, sender_business_bot: bot, is_from_offline }: TelegramMessage, botId: number) {
  if (chat.type !== 'private' || !from) return { nobody: 'business message without sender' };
  if (from.id === chat.id && !bot) {
    return from.is_bot ? { nobody: 'message of a bot' } : { author: 'customer' as const };
  }
  const owner = { id: String(from.id), ...nameOf(from) };
  return {
    author: 'echo' as const,
    operator: owner,
    ...(bot?.id === botId && { own: true }),
    // Another bot's words, a greeting, an away or scheduled message: no person took over.
    ...(((bot && bot.id !== botId) || is_from_offline) && { automatic: true }),
  };
}

function inGroup({ chat, from, sender_chat: sender, is_automatic_forward, via_bot }: TelegramMessage): Author | Nobody {
  if (is_automatic_forward) return { nobody: 'automatic forward' };
  if (via_bot !== undefined) return { nobody: 'message through a bot' };
  if (sender) {
    if (sender.id !== chat.id) return { nobody: 'message in the name of another chat' };
    return { author: 'operator', operator: { id: String(chat.id), name: 'Anonymous admin' } };
  }
  if (!from) return { nobody: 'group message without sender' };
  if (from.is_bot) return { nobody: 'message of a bot' };
  return { author: 'operator', operator: { id: String(from.id), ...nameOf(from) } };
}
