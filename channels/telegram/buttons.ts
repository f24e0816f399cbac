/**
 * The operators' buttons beneath a message: each carries its command as Telegram's callback data, and a press comes
 * back as if the operator had written the command there.
 */
import { OPERATOR_COMMANDS, type OperatorCommandName } from '../../domain/operator-command';
import type { ChannelEvent, WebhookRequest } from '../channel';
import { addressOf, messageIdOf } from './address';
import { callbackShape, nameOf } from './shapes';

const LABELS: Record<OperatorCommandName, string> = {
  ...{ take: 'Take', done: 'Done', ai: 'Back to AI', note: 'Note', history: 'History', who: 'Who', help: 'Help' },
};

export function keyboardOf(buttons: readonly OperatorCommandName[] | undefined): object {
  if (!buttons?.length) return {};
  const row = buttons.map((name) => ({ text: LABELS[name], callback_data: `/${name}` }));
  return { reply_markup: { inline_keyboard: [row] } };
}

export function parsePress(value: unknown): ChannelEvent[] {
  const parsed = callbackShape.safeParse(value);
  if (!parsed.success) return [{ kind: 'ignored', type: 'callback_query' }];
  const { id, from, data, message } = parsed.data;
  const name = OPERATOR_COMMANDS.find((command) => data === `/${command}`);
  if (!name || from.is_bot) return [{ kind: 'ignored', type: 'callback_query' }];
  const { chat, message_thread_id: topic, is_topic_message } = message;
  const address = addressOf(chat.id);
  const person = { id: String(from.id), ...nameOf(from) };
  return [
    {
      kind: 'message',
      author: chat.type === 'private' ? 'customer' : 'operator',
      ...(chat.type !== 'private' && { operator: person }),
      address,
      ...(is_topic_message && topic !== undefined && { thread: String(topic) }),
      replyTo: messageIdOf(address, message.message_id),
      messageId: `callback:${id}`,
      revision: 0,
      content: { text: `/${name}`, from: person },
    },
  ];
}

/** Telegram takes a method as the body of our answer: this one ends the button's waiting. */
export function answerPress({ body }: Pick<WebhookRequest, 'body'>): object | null {
  try {
    const { callback_query: press } = JSON.parse(body.toString('utf8')) as { callback_query?: { id?: unknown } };
    return typeof press?.id === 'string' ? { method: 'answerCallbackQuery', callback_query_id: press.id } : null;
  } catch {
    return null;
  }
}
