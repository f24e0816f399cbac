/**
 * The shapes of requests: what comes in is checked against them and OpenAPI is made from them. Unknown fields are
 * ignored, and no message ever quotes the value it found.
 */
import { z } from 'zod';
import { HANDOFF_REASONS } from '../domain/handoff';

/** JSON Schema counts characters as code points, and so do we: an emoji is one. */
const text = (max: number) =>
  z
    .string()
    .refine((value) => value.length <= max || [...value].length <= max, `at most ${max} characters`)
    .meta({ maxLength: max });
const filled = (max: number) =>
  text(max)
    .refine((value) => value.trim() !== '', 'must not be empty')
    .meta({ minLength: 1 });
const messageId = z
  .string()
  .regex(/^[^\p{Cc}]{1,200}$/u, '1 to 200 characters, none of them control characters')
  .meta({ description: "The caller's own id: a second message with the same id is a duplicate" });

export const pathId = z
  .string()
  .regex(/^[A-Za-z0-9._:@-]{1,200}$/, '1 to 200 characters of A-Z a-z 0-9 . _ : @ -')
  .meta({ id: 'Id' });

const person = z.object({ id: filled(200), name: text(200).exactOptional() });
export const attachment = z.object({
  kind: z.enum(['photo', 'voice', 'video', 'file', 'sticker', 'location', 'contact', 'other']),
  url: z
    .url({ protocol: /^https?$/, error: 'expected an http or https address' })
    .max(2048)
    .exactOptional(),
  name: text(255).exactOptional(),
});

export const customerMessage = z
  .object({
    messageId,
    text: text(16_000),
    from: person.exactOptional(),
    sentAt: z.iso
      .datetime({ offset: true, error: 'expected an ISO 8601 date and time with its offset' })
      .exactOptional(),
    attachments: z.array(attachment).max(10).exactOptional(),
  })
  .refine((message) => message.text.trim() !== '' || Boolean(message.attachments?.length), {
    path: ['text'],
    error: 'must not be empty without attachments',
  })
  .meta({ id: 'CustomerMessage' });

export const operatorMessage = z
  .object({ messageId, operator: person, text: filled(16_000) })
  .meta({ id: 'OperatorMessage' });

export const mode = z.enum(['ai', 'waiting', 'operator', 'resolved']);
const limit = (most: number, fallback: number) => z.coerce.number().int().min(1).max(most).default(fallback);
export const listQuery = z.object({
  mode: mode.exactOptional(),
  channel: pathId.exactOptional(),
  reason: z.enum(HANDOFF_REASONS).exactOptional(),
  limit: limit(200, 50),
  cursor: z.string().max(500).exactOptional(),
});
export const messagesQuery = z.object({
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: limit(500, 100),
});
const day = z.union([z.iso.date(), z.iso.datetime({ offset: true })], 'expected an ISO 8601 date or date and time');
export const insightsQuery = z.object({ from: day.optional(), to: day.optional() });

const payload = z.object({
  metadata: z.record(z.string(), z.base64()).optional(),
  data: z.base64().optional(),
});
/** Temporal's CLI leaves an empty list out. */
export const payloads = z.object({ payloads: z.array(payload).max(1000).default([]) }).meta({ id: 'Payloads' });
