/**
 * The thinnest conversation Temporal can serve: a signal, one normal activity that asks the model, the reply. No
 * redaction, no storage, no handoff; what Baton costs is told as a ratio to it.
 */
import { condition, defineSignal, proxyActivities, proxySinks, type Sinks, setHandler } from '@temporalio/workflow';
import type { ChatMessage, ThinActivities } from './ask-model';

export interface ReplySink extends Sinks {
  replies: { tell(messageId: string, reply: string): void };
}

export const saySignal = defineSignal<[{ messageId: string; text: string }]>('say');

const { askModel } = proxyActivities<ThinActivities>({
  startToCloseTimeout: '10 s',
  retry: { initialInterval: '200 ms' },
});
const { replies } = proxySinks<ReplySink>();
const WINDOW = 20;
/** Before the server's limit on a history; the thin loop carries nothing over, which suits it. */
const LAST_EVENT = 40_000;

export async function thinConversation(historyEvents = LAST_EVENT): Promise<void> {
  const inbox: { messageId: string; text: string }[] = [];
  const history: ChatMessage[] = [];
  setHandler(saySignal, (message) => void inbox.push(message));
  for (let events = 0; events < historyEvents; events += 10) {
    await condition(() => inbox.length > 0);
    const message = inbox.shift();
    if (!message) continue;
    const reply = await askModel(history.slice(-WINDOW), message.text);
    history.push({ role: 'user', content: message.text }, { role: 'assistant', content: reply });
    replies.tell(message.messageId, reply);
  }
}
