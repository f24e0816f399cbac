/** How long a conversation's history in Temporal is, once it has come to rest. */
import { Client, Connection } from '@temporalio/client';

const REST_MS = 400;

export interface HistoryReader {
  /** Waits until nothing is added any more: the reply is out a little before its workflow task is. */
  length(workflowId: string): Promise<{ runId: string; events: number }>;
  close(): Promise<void>;
}

export async function readHistories(address: string, namespace = 'default'): Promise<HistoryReader> {
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace });
  const now = async (workflowId: string) => {
    const { runId, historyLength } = await client.workflow.getHandle(workflowId).describe();
    return { runId, events: historyLength };
  };
  return {
    async length(workflowId) {
      let before = await now(workflowId);
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, REST_MS));
        const after = await now(workflowId);
        if (after.runId === before.runId && after.events === before.events) return after;
        before = after;
      }
    },
    close: () => connection.close(),
  };
}
