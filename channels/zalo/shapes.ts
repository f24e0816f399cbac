/**
 * What is read of Zalo's webhooks. Ids are texts of up to twenty digits: as JSON numbers they would already have lost
 * their last ones, so only numbers that are exact are taken. An odd optional field counts as absent, as does an empty text.
 */
import { z } from 'zod';

const id = z.union([z.string().min(1), z.number().int().nonnegative().transform(String)]);
const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const text = optional(z.string().min(1));
const list = <T extends z.ZodType>(schema: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items) => items.flatMap((item) => schema.safeParse(item).data ?? []));

const attachment = z.looseObject({
  type: z.string().min(1),
  payload: optional(
    z.looseObject({
      ...{ url: text, link_url: text, thumbnail: text, name: text, text, title: text, description: text },
      coordinates: optional(z.looseObject({})),
    }),
  ),
});
export type ZaloAttachment = z.infer<typeof attachment>;

const message = z.looseObject({
  msg_id: optional(id),
  msg_ids: list(id).optional(),
  text,
  quote_msg_id: optional(id),
  conversation_id: optional(id),
  react_icon: text,
  attachments: list(attachment).optional(),
});
export type ZaloMessage = z.infer<typeof message>;

export const envelope = z.looseObject({
  event_name: z.string().min(1),
  timestamp: optional(id),
  sender: optional(z.looseObject({ id: optional(id), admin_id: optional(id) })),
  recipient: optional(z.looseObject({ id: optional(id) })),
  message: optional(message),
});
export type ZaloEvent = z.infer<typeof envelope>;
