/**
 * A chat that got a new address and told only the one who wrote to the old one. From now on the new one is known: a
 * team's chat is heard there, and a customer is written to there.
 */
import type { ActivityDeps } from './deps';

export async function noteMove(
  { store }: Pick<ActivityDeps, 'store'>,
  workflowId: string,
  {
    channel,
    account,
    address,
    ofOperators,
  }: { channel: string; account: string; address: string; ofOperators: boolean },
  movedTo: string,
): Promise<void> {
  const key = await store.conversations.key(workflowId);
  if (!key) return;
  const where = { businessId: key.businessId, channel, account };
  if (ofOperators) await store.threads.moved({ ...where, chat: address }, movedTo);
  else await store.ingress.linkNames({ ...where, address: movedTo, aliases: [address] });
}
