/**
 * Sends one message as plain text: without `parse_mode` nothing in it can become markup, and nothing needs escaping.
 * Telegram has no idempotency key, so a lost answer stays unknown.
 */
import { z } from 'zod';
import type { OutboundMessage, SendResult } from '../channel';
import { AnswerLost } from '../provider-call';
import { addressOf, chatOf, messageIdOf, numberIn } from './address';
import { type Call, TelegramRefusal } from './bot-api';
import { keyboardOf } from './buttons';

const sent = z.looseObject({
  message_id: z.number().int(),
  chat: z.looseObject({ id: z.number().int() }).optional().catch(undefined),
});
const THREAD_IS_GONE = /thread not found|TOPIC_(?:CLOSED|ID_INVALID|DELETED)/i;

export function createSend(call: Call) {
  return async (message: OutboundMessage, signal: AbortSignal): Promise<SendResult> => {
    const { to, text, buttons, replyTo } = message;
    const answers = replyTo === undefined ? undefined : numberIn(to.address, replyTo);
    const parameters = {
      ...chatOf(to.address),
      text,
      link_preview_options: { is_disabled: true },
      // What is answered may have been deleted meanwhile: the words go out all the same.
      ...(answers !== undefined && { reply_parameters: { message_id: answers, allow_sending_without_reply: true } }),
      ...keyboardOf(buttons),
    };
    try {
      return await inThread(call, parameters, to, signal);
    } catch (error) {
      if (error instanceof AnswerLost) return { state: 'unknown', why: error.message };
      throw error;
    }
  };
}

/** A topic that somebody deleted or closed silences nobody: the refused message goes to the group itself. */
async function inThread(
  call: Call,
  parameters: object,
  { address, thread }: OutboundMessage['to'],
  signal: AbortSignal,
): Promise<SendResult> {
  const send = async (more: object): Promise<SendResult> => {
    const result = sent.safeParse(await call('sendMessage', { ...parameters, ...more }, signal));
    if (!result.success) return { state: 'unknown', why: 'Telegram did not name the message it took' };
    const { message_id: id, chat } = result.data;
    const stands = whereItStands(address, chat?.id);
    return {
      ...{ state: 'sent', providerMessageId: messageIdOf(stands, id) },
      ...(stands !== address && { movedTo: stands }),
    };
  };
  if (thread === undefined) return send({});
  try {
    return await send({ message_thread_id: Number(thread) });
  } catch (error) {
    if (error instanceof TelegramRefusal && THREAD_IS_GONE.test(error.description)) return send({});
    throw error;
  }
}

/** The chat's own word on its id: it may have moved, and answers will name it by the new one. */
function whereItStands(address: string, chatId: number | undefined): string {
  const { chat_id, business_connection_id: connection } = chatOf(address);
  return chatId === undefined || typeof chat_id === 'string' ? address : addressOf(chatId, connection);
}

/** Typing shows for five seconds; a failure is nobody's concern. */
export function createTyping(call: Call) {
  return async ({ address }: { address: string }, signal: AbortSignal): Promise<void> => {
    await call('sendChatAction', { ...chatOf(address), action: 'typing' }, signal).catch(() => undefined);
  };
}
