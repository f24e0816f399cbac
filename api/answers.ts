/** The shapes of answers, for OpenAPI and for people who read it. Fields may be added, never changed or taken away. */
import { z } from 'zod';
import { HANDOFF_REASONS } from '../domain/handoff';
import { attachment, mode } from './schemas';

export const accepted = z
  .object({
    conversationId: z.string(),
    messageId: z.string(),
    status: z.enum(['accepted', 'duplicate']),
    command: z.string().optional().meta({ description: "The operator's command, `unknown` for any other /word" }),
  })
  .meta({ id: 'Accepted' });

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

const transcriptMessage = z
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
    quotes: z
      .union([z.object({ seq: z.int() }), z.object({ text: z.string() })])
      .optional()
      .meta({ description: 'What the customer quotes: a message of this conversation, or clean words from elsewhere' }),
    reaction: z
      .object({ to: z.enum(['customer', 'ai', 'operator', 'system']).nullable(), displeased: z.boolean() })
      .optional()
      .meta({ description: 'The message is an emoji put to the one in `quotes`; for keys only' }),
    purpose: z.string().optional(),
    deleted: z.boolean().optional(),
    usage: z
      .object({
        model: z.string(),
        inputTokens: z.int(),
        outputTokens: z.int(),
        cachedTokens: z.int(),
        cost: z.number().optional().meta({ description: 'US dollars' }),
      })
      .optional()
      .meta({ description: 'What the language model used for the turn; for keys only' }),
    originalId: z.string().optional(),
  })
  .meta({ id: 'Message' });
export const messagePage = z.object({ messages: z.array(transcriptMessage), next: z.int() });

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

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
