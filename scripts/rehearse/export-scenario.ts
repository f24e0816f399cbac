/**
 * A conversation that happened, as a scenario to rehearse: its clean messages in order, each customer's turn with what
 * it led to. What was redacted stays redacted.
 */
import { stringify } from 'yaml';
import type { Message } from '../demo/conversation-client';

interface WrittenStep {
  customer?: string[];
  operator?: string[];
  expect?: { mode?: string; reason?: string; source?: string };
}

export interface Recorded {
  name: string;
  messages: readonly (Message & { purpose?: string })[];
  /** The reasons for the last handoff, if the conversation was handed over. */
  reasons: readonly string[];
}

export function exportScenario({ name, messages, reasons }: Recorded): string {
  const steps: WrittenStep[] = [];
  for (const message of messages) {
    if (message.visibility !== 'public') continue;
    const last = steps.at(-1);
    if (message.author === 'customer') {
      if (last?.customer && !last.expect) last.customer.push(message.text);
      else steps.push({ customer: [message.text] });
    } else if (message.author === 'operator') {
      if (last?.operator) last.operator.push(message.text);
      else steps.push({ operator: [message.text] });
    } else if (last?.customer && !last.expect) {
      last.expect = message.author === 'ai' ? repliedBy(message) : handedOver(reasons);
    }
  }
  return stringify({ name, steps });
}

function repliedBy({ citations }: Message): NonNullable<WrittenStep['expect']> {
  const source = citations?.[0]?.title;
  return { mode: 'ai', ...(source !== undefined && { source }) };
}

function handedOver([reason]: readonly string[]): NonNullable<WrittenStep['expect']> {
  return { mode: 'waiting', ...(reason !== undefined && { reason }) };
}
