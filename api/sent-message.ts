/** The send that a provider's message id stands for, also where the id is about to be known. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { OutboxRow, Store } from '../store/store';

/** People answer, and react to, what we sent before the provider's answer has told us its id: so often is looked again. */
const LOOKS = 6;
const LOOK_AGAIN_MS = 200;

export async function sentMessage(
  outbox: Pick<Store['outbox'], 'findByProviderId' | 'isSendingTo'>,
  { messageId, ...chat }: { channel: string; account: string; address: string; messageId: string },
): Promise<OutboxRow | null> {
  const find = () => outbox.findByProviderId({ channel: chat.channel, account: chat.account, messageId });
  for (let look = 1; look < LOOKS; look += 1) {
    const sent = await find();
    if (sent) return sent;
    if (!(await outbox.isSendingTo(chat))) break;
    await sleep(LOOK_AGAIN_MS);
  }
  return find();
}
