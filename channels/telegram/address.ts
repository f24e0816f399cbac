/**
 * How Telegram's chats are addressed: a chat by its id, a chat of a connected business account by connection and id,
 * since Telegram keeps that one apart from the bot's own chat with the same person. Telegram numbers messages per
 * chat, so a message id has its chat in it.
 */
const BUSINESS = /^(.+)\/(-?\d+)$/s;

export interface ChatOnTelegram {
  chat_id: number | string;
  business_connection_id?: string;
}

export function addressOf(chatId: number, connection?: string): string {
  return connection ? `${connection}/${chatId}` : String(chatId);
}

export const messageIdOf = (address: string, messageId: number): string => `${address}:${messageId}`;

/** The number of a message in this chat; undefined where it is one of another chat. A group may have a new id. */
export function numberIn(address: string, messageId: string): number | undefined {
  const [, chat = '', number] = /^(.*):(\d+)$/s.exec(messageId) ?? [];
  const here = chat === address || (isGroup(chat) && isGroup(address));
  return here && number !== undefined ? Number(number) : undefined;
}

/** The parameters of a call that mean this chat. */
export function chatOf(address: string): ChatOnTelegram {
  const [, connection, chat] = BUSINESS.exec(address) ?? [];
  if (connection && chat) return { chat_id: Number(chat), business_connection_id: connection };
  return { chat_id: /^-?\d+$/.test(address) ? Number(address) : address };
}

export const isBusinessChat = (address: string): boolean => BUSINESS.test(address);

/** Groups and supergroups have negative ids. */
export const isGroup = (address: string): boolean => address.startsWith('-');
