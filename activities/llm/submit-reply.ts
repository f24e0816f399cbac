/**
 * The one shape a model may answer in: the tool `submit_reply`. Whatever does not fit is no answer; nothing is
 * guessed out of a half-read object, and unknown keys are dropped.
 */
import { z } from 'zod';

export const SUBMIT_REPLY = 'submit_reply';
/** Longer than any sensible reply; a model that runs on is treated as garbage. */
const LONGEST = 4000;

export const submittedReply = z.object({
  reply: z.string().trim().min(1).max(LONGEST).describe('The text the customer will read. Plain text.'),
  confidence: z
    .enum(['low', 'medium', 'high'])
    .describe('high: the passages or tool results say it outright; medium: they imply it; low: anything else'),
  citations: z
    .array(
      z.object({
        title: z.string().describe('Title of the passage, or name of the tool, exactly as given'),
        quote: z.string().describe('A few consecutive words copied from it'),
      }),
    )
    .max(8)
    .default([])
    .describe('Every passage and tool result the reply rests on'),
  signals: z
    .object({
      wantsPerson: z.boolean().default(false).describe('The customer asks for a human being, in whatever words'),
      frustrated: z.boolean().default(false).describe('The customer is annoyed with the service or the answers'),
      sensitiveTopics: z.array(z.string()).max(20).default([]).describe('Ids of the sensitive topics it touches'),
    })
    .default({ wantsPerson: false, frustrated: false, sensitiveTopics: [] }),
  intent: z
    .enum(['answer', 'clarify', 'cannot', 'courtesy'])
    .describe(
      'courtesy: only a greeting, thanks, goodbye or a hidden value; clarify: one question back; cannot: not in the passages',
    ),
  language: z.string().min(2).max(12).describe('Language code of the reply, such as en or vi'),
});

export type SubmittedReply = z.output<typeof submittedReply>;

/** JSON Schema of the arguments, for tool calls and for providers' own structured output. */
export const SUBMIT_REPLY_SCHEMA = z.toJSONSchema(submittedReply, { io: 'input' });

/** The reply in a value of unknown shape, or what is wrong with it in words a model can act on. */
export function readSubmitted(value: unknown): { reply: SubmittedReply } | { problem: string } {
  const parsed = submittedReply.safeParse(value);
  if (parsed.success) return { reply: parsed.data };
  const problems = parsed.error.issues.slice(0, 4).map(({ path, code }) => `${path.join('.') || 'arguments'}: ${code}`);
  return { problem: problems.join('; ') };
}

/** JSON in a plain text answer, fenced or not: some local servers ignore tools. */
export function readSubmittedText(text: string): { reply: SubmittedReply } | { problem: string } {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (start < 0 || end <= start) return { problem: `call the tool ${SUBMIT_REPLY}` };
  try {
    return readSubmitted(JSON.parse(text.slice(start, end + 1)));
  } catch {
    return { problem: 'the JSON could not be read' };
  }
}
