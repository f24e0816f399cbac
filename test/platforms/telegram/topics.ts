/** Forum topics of a supergroup: a topic has the number of the service message that made it. */
import { badRequest } from './api-error';
import type { PlatformChat, State } from './state';

type Parameters = Record<string, unknown>;
const NAME_LIMIT = 128;

export function createTopic(state: State, place: PlatformChat, parameters: Parameters) {
  if (!('is_forum' in place.chat) || !place.chat.is_forum) throw badRequest('the chat is not a forum');
  if (!place.bot.admin || !place.bot.topics) throw badRequest('not enough rights to create a topic');
  const name = topicName(parameters);
  const created = {
    from: state.bot,
    is_topic_message: true,
    forum_topic_created: { name, icon_color: 7322096 },
  } as const;
  const message = state.add(place, { ...created, message_thread_id: place.nextId }, true);
  const topic = { id: message.message_id, name, names: [name], closed: false };
  place.topics.set(topic.id, topic);
  state.onTitle(place, topic);
  return { message_thread_id: message.message_id, name, icon_color: 7322096 };
}

export function editTopic(state: State, place: PlatformChat, parameters: Parameters): true {
  const topic = place.topics.get(Number(parameters.message_thread_id));
  if (!topic) throw badRequest('TOPIC_ID_INVALID');
  if (!place.bot.topics) throw badRequest('not enough rights to manage topics');
  const name = topicName(parameters);
  if (name === topic.name) throw badRequest('TOPIC_NOT_MODIFIED');
  topic.name = name;
  topic.names.push(name);
  state.onTitle(place, topic);
  return true;
}

function topicName({ name }: Parameters): string {
  if (typeof name !== 'string' || name === '' || name.length > NAME_LIMIT) throw badRequest('TOPIC_TITLE_EMPTY');
  return name;
}
