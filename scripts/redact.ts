/**
 * A filter over conversations, one JSON line each: `{id, messages: [{from, text}]}` in, `{id, findings: [{message, start,
 * end, type}], texts}` out, in the order read. A line it can not read is named on stderr by its number, never quoted; the
 * rest goes on and the exit code is 1. `--keep-last-four` writes `[PAYMENT_CARD ••1111]`.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { redactConversation } from '../redaction';

const line = z.object({
  id: z.union([z.string(), z.number()]),
  messages: z.array(z.object({ from: z.enum(['customer', 'ai', 'operator', 'system']), text: z.string() })),
});

async function main(): Promise<void> {
  const options = { keepLastFour: process.argv.includes('--keep-last-four') };
  let number = 0;
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (text.trim() === '') continue;
    const conversation = parse(text, number);
    if (!conversation) continue;
    const { findings, texts } = redactConversation(conversation.messages, options);
    const out = {
      id: conversation.id,
      findings: findings.map(({ message, start, end, type }) => ({ message, start, end, type })),
      texts,
    };
    if (!process.stdout.write(`${JSON.stringify(out)}\n`)) await once(process.stdout, 'drain');
  }
}

function parse(text: string, number: number): z.infer<typeof line> | undefined {
  try {
    const parsed = line.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    refuse(number, `${issue?.path.join('.') || 'the line'} is not what was expected ({id, messages: [{from, text}]})`);
  } catch {
    refuse(number, 'not JSON');
  }
  return undefined;
}

function refuse(number: number, why: string): void {
  console.error(`redact: line ${number}: ${why}`);
  process.exitCode = 1;
}

void main();
