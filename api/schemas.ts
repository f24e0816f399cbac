/**
 * The shapes that travel over HTTP. Requests are checked against them, OpenAPI is made from them; unknown fields are
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
const attachment = z.object({
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
    sentAt: z.iso.datetime({ offset: true, error: 'expected an ISO 8601 date and time with its offset' }).exactOptional(),
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

export const accepted = z
  .object({
    conversationId: z.string(),
    messageId: z.string(),
    status: z.enum(['accepted', 'duplicate']),
    command: z.string().optional().meta({ description: "The operator's command, `unknown` for any other /word" }),
  })
  .meta({ id: 'Accepted' });

const mode = z.enum(['ai', 'waiting', 'operator', 'resolved']);
const reason = z.object({
  reason: z.enum(HANDOFF_REASONS),
  score: z.number(),
  threshold: z.number(),
  evidence: z.string(),
  topic: z.string().optional(),
});
const instant = z.iso.datetime();

export const conversation = z
  .object({
    conversationId: z.string(),
    channel: z.string(),
    account: z.string(),
    mode,
    epoch: z.int(),
    handoff: z.object({ reasons: z.array(reason), since: instant }).nullable(),
    operator: z.object({ id: z.string(), name: z.string().optional() }).nullable(),
    waitingSince: instant.nullable(),
    nextTimer: z.object({ kind: z.string(), at: instant }).nullable(),
    createdAt: instant,
    lastMessageAt: instant,
    workflowId: z.string(),
    lastMessage: z.object({ author: z.string(), text: z.string() }).optional(),
  })
  .meta({ id: 'Conversation' });
export const conversationPage = z.object({ conversations: z.array(conversation), next: z.string().nullable() });

export const transcriptMessage = z
  .object({
    seq: z.int(),
    eventNo: z.int().meta({ description: 'Grows when the row changes: of two versions the higher one is the newer' }),
    messageId: z.string(),
    author: z.enum(['customer', 'ai', 'operator', 'system']),
    visibility: z.enum(['public', 'team']),
    text: z.string(),
    at: instant,
    redactions: z.array(z.object({ type: z.string() })),
    delivery: z.enum(['pending', 'claimed', 'sent', 'delivered', 'read', 'failed', 'unknown']).optional(),
    confidence: z.number().optional(),
    citations: z.array(z.object({ title: z.string(), quote: z.string().optional() })).optional(),
    operator: z.object({ id: z.string().optional(), name: z.string().optional() }).optional(),
    attachments: z.array(z.object({ kind: z.string(), name: z.string().optional() })).optional(),
    purpose: z.string().optional(),
    deleted: z.boolean().optional(),
    originalId: z.string().optional(),
  })
  .meta({ id: 'Message' });
export const messagePage = z.object({ messages: z.array(transcriptMessage), next: z.int() });

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

export const webSession = z
  .object({ conversationId: z.string(), token: z.string(), business: z.object({ name: z.string() }) })
  .meta({ id: 'WebSession' });
export const original = z
  .object({
    originalId: z.string(),
    conversationId: z.string(),
    text: z.string(),
    from: z.object({ id: z.string(), name: z.string().optional() }).optional(),
    sentAt: z.string().optional(),
    attachments: z.array(attachment).optional(),
  })
  .meta({ id: 'Original' });

const payload = z.object({
  metadata: z.record(z.string(), z.base64()).optional(),
  data: z.base64().optional(),
});
export const payloads = z.object({ payloads: z.array(payload).max(1000) }).meta({ id: 'Payloads' });

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
