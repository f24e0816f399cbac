/** The Bot API's methods that the product calls, with their rules and refusals. */
import type { Message, ReplyParameters, Update } from '@grammyjs/types';
import { ApiError, badRequest, forbidden } from './api-error';
import type { PlatformChat, State } from './state';
import { createTopic, editTopic } from './topics';

type Parameters = Record<string, unknown>;
const TEXT_LIMIT = 4_096;
const WINDOW_MS = 86_400_000;

/** Parameters that a method has; others are remembered as oddities, since Telegram ignores them silently. */
const KNOWN: Record<string, string> = {
  getMe: '',
  getWebhookInfo: '',
  setWebhook: 'url secret_token allowed_updates max_connections',
  setMyCommands: 'commands scope',
  sendMessage:
    'chat_id business_connection_id message_thread_id text link_preview_options reply_markup reply_parameters',
  sendChatAction: 'chat_id business_connection_id message_thread_id action',
  createForumTopic: 'chat_id name',
  editForumTopic: 'chat_id message_thread_id name',
  answerCallbackQuery: 'callback_query_id text',
  getChat: 'chat_id',
  getChatMember: 'chat_id user_id',
  getFile: 'file_id',
};

export interface MethodHooks {
  /** A message that the bot sent for a business account comes back as an update. */
  echo(message: Message): Promise<void>;
  oddities: string[];
}

export function createMethods(state: State, hooks: MethodHooks) {
  const methods: Record<string, (parameters: Parameters) => unknown> = {
    getMe: () => ({ ...state.bot, can_connect_to_business: true, can_read_all_group_messages: false }),
    getWebhookInfo: () => webhookInfo(state),
    setWebhook: (parameters) => setWebhook(state, parameters),
    setMyCommands: ({ commands, scope }) => {
      const place = chatOf(state, scope as Parameters);
      place.commands = (commands as { command: string }[]).map(({ command }) => command);
      return true;
    },
    sendMessage: (parameters) => sendMessage(state, hooks, parameters),
    sendChatAction: (parameters) => {
      writable(state, chatOf(state, parameters)).typing += 1;
      return true;
    },
    createForumTopic: (parameters) => createTopic(state, chatOf(state, parameters), parameters),
    editForumTopic: (parameters) => editTopic(state, chatOf(state, parameters), parameters),
    answerCallbackQuery: ({ callback_query_id: id }) => {
      state.answeredPresses.push(String(id));
      return true;
    },
    getChat: (parameters) => ({ ...chatOf(state, parameters).chat, accent_color_id: 0, max_reaction_count: 11 }),
    getChatMember: (parameters) => membership(state, chatOf(state, parameters)),
    getFile: ({ file_id: id }) => {
      const file = state.files.get(String(id));
      if (!file) throw badRequest('invalid file_id');
      return { file_id: id, file_unique_id: `u-${id}`, file_size: file.bytes.length, file_path: file.path };
    },
  };
  return async (name: string, parameters: Parameters): Promise<unknown> => {
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (!method) throw new ApiError(404, 'Not Found');
    const known = new Set(KNOWN[name]?.split(' '));
    for (const key of Object.keys(parameters)) if (!known.has(key)) hooks.oddities.push(`${name}.${key}`);
    return method(parameters);
  };
}

function chatOf(state: State, { chat_id, business_connection_id: connection }: Parameters): PlatformChat {
  if (connection !== undefined && !state.business.has(String(connection)))
    throw badRequest('business connection not found');
  const place = state.find(Number(chat_id), connection as string | undefined);
  if (!place) throw badRequest('chat not found');
  if (place.movedTo === undefined) return place;
  const moved = { migrate_to_chat_id: place.movedTo };
  throw new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', moved);
}

function writable(state: State, place: PlatformChat): PlatformChat {
  if (place.blocked) throw forbidden('bot was blocked by the user');
  const { connection, lastIncomingAt } = place;
  if (connection === undefined) return place;
  if (!state.business.get(connection)?.enabled) throw badRequest('business connection not found');
  if (lastIncomingAt === null || state.now() - lastIncomingAt > WINDOW_MS)
    throw badRequest('BUSINESS_PEER_USAGE_MISSING');
  return place;
}

async function sendMessage(state: State, hooks: MethodHooks, parameters: Parameters): Promise<Message> {
  const place = writable(state, chatOf(state, parameters));
  const { text, message_thread_id: thread, reply_markup: markup } = parameters;
  if (typeof text !== 'string' || text.trim() === '') throw badRequest('message text is empty');
  if (text.length > TEXT_LIMIT) throw badRequest('message is too long');
  const topic = thread === undefined ? undefined : place.topics.get(Number(thread));
  if (thread !== undefined && !topic) throw badRequest('message thread not found');
  if (topic?.closed && !place.bot.topics) throw badRequest('TOPIC_CLOSED');
  const answered = answeredIn(place, parameters.reply_parameters as ReplyParameters | undefined);
  const owner = place.connection && state.business.get(place.connection)?.owner;
  const parts = {
    ...{ from: owner || state.bot, text },
    ...(owner && { sender_business_bot: state.bot, business_connection_id: place.connection }),
    ...(topic && { message_thread_id: topic.id, is_topic_message: true }),
    ...(markup !== undefined && { reply_markup: markup }),
    ...(answered && { reply_to_message: answered }),
  } as Partial<Message>;
  const message = state.add(place, parts, true);
  if (owner) await hooks.echo(message);
  return message;
}

function answeredIn({ messages }: PlatformChat, reply: ReplyParameters | undefined): Message | undefined {
  if (reply === undefined) return undefined;
  const found = messages.find(({ message }) => message.message_id === reply.message_id)?.message;
  if (!found && !reply.allow_sending_without_reply) throw badRequest('message to be replied not found');
  return found;
}

function membership(state: State, { bot }: PlatformChat): object {
  return bot.admin
    ? { status: 'administrator', user: state.bot, can_manage_topics: bot.topics }
    : { status: 'member', user: state.bot };
}

function setWebhook(state: State, { url, secret_token, allowed_updates, max_connections }: Parameters): true {
  if (!/^https?:\/\//.test(String(url))) throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  if (!/^[A-Za-z0-9_-]{1,256}$/.test(String(secret_token)))
    throw badRequest('secret token contains unallowed characters');
  state.webhook = {
    ...{ url: String(url), secret: String(secret_token), maxConnections: Number(max_connections ?? 40) },
    allowed: (allowed_updates as (keyof Update)[] | undefined) ?? [],
  };
  return true;
}

function webhookInfo({ webhook }: State): object {
  if (!webhook) return { url: '', has_custom_certificate: false, pending_update_count: 0 };
  const { url, allowed, maxConnections, lastError } = webhook;
  return {
    ...{ url, has_custom_certificate: false, pending_update_count: 0, max_connections: maxConnections },
    ...(allowed.length > 0 && { allowed_updates: allowed }),
    ...(lastError && { last_error_date: lastError.at, last_error_message: lastError.message }),
  };
}
