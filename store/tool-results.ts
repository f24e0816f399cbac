/**
 * What tools answered, sealed with the conversation's key: a retried call gets the first answer, not a second call.
 * A row never changes, so the last ones are remembered, as sealed as they are stored: every later turn reads the
 * conversation's summary again.
 */
import type { StoreContext } from './context';
import type { ToolResultDocument } from './documents';
import { ExpiringMap } from './expiring-map';
import type { Home } from './homes';
import { seal, unseal } from './seal';
import type { ConversationKey, ToolResults } from './store';
import { isDuplicateKey } from './unavailable';

type Sealed = Pick<ToolResultDocument, 'sealed' | 'keyRef'>;

export function createToolResults({ database, homes }: StoreContext): ToolResults {
  const { toolResults } = database.models;
  const lately = new ExpiringMap<Sealed>(2_000, 10 * 60_000);
  const place = (id: string) => ['tool result', id];
  const idOf = ({ workflowId }: ConversationKey, callKey: string) => `${workflowId}/${callKey}`;

  async function homeOf({ workflowId }: ConversationKey): Promise<Home> {
    const home = await homes.find(workflowId);
    if (!home) throw new Error(`Conversation ${workflowId} does not exist or is erased`);
    return home;
  }

  async function read(_id: string): Promise<Sealed | null> {
    const row = await database.run(() => toolResults.findOne({ _id }).lean());
    if (row) lately.set(_id, row);
    return row;
  }

  async function find(key: ConversationKey, callKey: string): Promise<string | null> {
    const _id = idOf(key, callKey);
    const row = lately.get(_id) ?? (await read(_id));
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
        lately.set(_id, row);
        return result;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return (await find(key, callKey)) ?? result;
      }
    },
  };
}
