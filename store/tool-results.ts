/** What tools answered, sealed with the conversation's key: a retried call gets the first answer, not a second call. */
import type { StoreContext } from './context';
import type { Home } from './homes';
import { seal, unseal } from './seal';
import type { ConversationKey, ToolResults } from './store';
import { isDuplicateKey } from './unavailable';

export function createToolResults({ database, homes }: StoreContext): ToolResults {
  const { toolResults } = database.models;
  const place = (id: string) => ['tool result', id];
  const idOf = ({ workflowId }: ConversationKey, callKey: string) => `${workflowId}/${callKey}`;

  async function homeOf({ workflowId }: ConversationKey): Promise<Home> {
    const home = await homes.find(workflowId);
    if (!home) throw new Error(`Conversation ${workflowId} does not exist or is erased`);
    return home;
  }

  async function find(key: ConversationKey, callKey: string): Promise<string | null> {
    const _id = idOf(key, callKey);
    const row = await database.run(() => toolResults.findOne({ _id }).lean());
    if (!row) return null;
    const home = await homeOf(key);
    return home.ref === row.keyRef ? unseal(home.dataKey, row.sealed, place(_id)).toString() : null;
  }

  return {
    find,
    async save(key, callKey, result) {
      const home = await homeOf(key);
      const _id = idOf(key, callKey);
      const sealed = seal(home.dataKey, Buffer.from(result), place(_id));
      const row = { _id, workflowId: key.workflowId, sealed, keyRef: home.ref, at: new Date() };
      try {
        await database.run(() => toolResults.insertMany([row], { lean: true }));
        return result;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return (await find(key, callKey)) ?? result;
      }
    },
  };
}
