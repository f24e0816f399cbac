/** The customer's address on the channel: sealed with the conversation's data key, opened only for a send. */
import type { StoreContext } from './context';
import { addressPlace } from './homes';
import { unseal } from './seal';
import type { ConversationKey } from './store';

export async function readAddress(
  { database, homes }: StoreContext,
  { businessId, workflowId }: Pick<ConversationKey, 'businessId' | 'workflowId'>,
): Promise<string> {
  const row = await database.run(() =>
    database.models.conversations.findOne({ _id: workflowId }, { sealedAddress: 1, dataKey: 1 }).lean(),
  );
  let home = await homes.find(workflowId);
  if (home && home.ref !== row?.dataKey?.ref) {
    homes.forget(workflowId);
    home = await homes.find(workflowId);
  }
  if (!row || !home) throw new Error(`Conversation ${workflowId} does not exist or is erased`);
  return unseal(home.dataKey, row.sealedAddress, addressPlace(businessId, workflowId)).toString();
}
