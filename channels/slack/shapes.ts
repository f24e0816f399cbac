/**
 * What is read of Slack's payloads, after @slack/types 3.2. Only what a message can not do without is required; an odd
 * optional field counts as absent, and so does an empty string.
 */
import { z } from 'zod';

const id = z.string().min(1);
/** Seconds and a number within them; the name of a message in its channel. */
const ts = z.string().regex(/^\d{1,11}\.\d{1,12}$/);
const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const list = <T extends z.ZodType>(schema: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items) => items.flatMap((item) => schema.safeParse(item).data ?? []));

const file = z.looseObject({
  mimetype: optional(id),
  subtype: optional(id),
  mode: optional(id),
  name: optional(id),
  url_private: optional(id),
  url_private_download: optional(id),
});
export type SlackFile = z.infer<typeof file>;

const metadata = z.looseObject({ event_type: id, event_payload: z.looseObject({ outboxKey: optional(id) }) });

export const slackMessage = z.looseObject({
  ts,
  subtype: optional(id),
  thread_ts: optional(ts),
  user: optional(id),
  text: optional(z.string()),
  bot_id: optional(id),
  app_id: optional(id),
  bot_profile: optional(z.looseObject({ app_id: optional(id) })),
  user_profile: optional(z.looseObject({ display_name: optional(id), real_name: optional(id) })),
  edited: optional(z.looseObject({ ts })),
  files: list(file).optional(),
  attachments: list(z.looseObject({})).optional(),
  blocks: list(z.looseObject({ type: id })).optional(),
  metadata: optional(metadata),
});
export type SlackMessage = z.infer<typeof slackMessage>;

/** The `message` event: one message, or what became of one. */
export const messageEvent = z.looseObject({
  channel: id,
  subtype: optional(id),
  message: optional(slackMessage),
  previous_message: optional(slackMessage),
  deleted_ts: optional(ts),
});
export type MessageEvent = z.infer<typeof messageEvent>;

export const metadataPosted = z.looseObject({ app_id: id, channel_id: id, message_ts: ts, metadata });

export const envelope = z.looseObject({
  type: id,
  challenge: optional(z.string().regex(/^[\w.~-]{1,256}$/)),
  api_app_id: optional(id),
  authorizations: list(z.looseObject({ user_id: id, is_bot: z.boolean() })).optional(),
  event: optional(z.looseObject({ type: id })),
});

export const interaction = z.looseObject({
  type: id,
  user: z.looseObject({ id, username: optional(id), name: optional(id) }),
  container: optional(z.looseObject({ channel_id: optional(id), message_ts: optional(ts), thread_ts: optional(ts) })),
  channel: optional(z.looseObject({ id })),
  message: optional(z.looseObject({ ts: optional(ts), thread_ts: optional(ts) })),
  actions: z.array(z.unknown()).catch([]),
});
export type Interaction = z.infer<typeof interaction>;

export const buttonAction = z.looseObject({ type: z.literal('button'), action_id: id, action_ts: ts });
