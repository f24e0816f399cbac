/** A keeper of Zalo tokens with its activity scripted: what it is told, and when it asked. */
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import type { RefreshZaloTokenInput, RefreshZaloTokenResult } from '../../activities/refresh-zalo-token';
import { ZALO_KEEPER } from '../../domain/zalo-keeper';
import { workflowBundlePath } from './servers';

type Answer = RefreshZaloTokenResult | 'throw';

export interface ScriptedKeeper {
  /** One a question, in order; the last one for good. */
  script: Answer[];
  asked: { stale: string | null; atMs: number }[];
  handle: Awaited<ReturnType<TestWorkflowEnvironment['client']['workflow']['start']>>;
  renew(stale: string | null): Promise<void>;
  close(): Promise<void>;
}

let keepers = 0;

export async function startScriptedKeeper(env: TestWorkflowEnvironment, script: Answer[]): Promise<ScriptedKeeper> {
  keepers += 1;
  const taskQueue = `zalo-keeper-${process.pid}-${keepers}`;
  const asked: ScriptedKeeper['asked'] = [];
  const worker = await Worker.create({
    ...{ connection: env.nativeConnection, taskQueue, workflowBundle: { codePath: await workflowBundlePath() } },
    activities: {
      async refreshZaloToken({ stale }: RefreshZaloTokenInput): Promise<RefreshZaloTokenResult> {
        asked.push({ stale, atMs: Date.now() });
        const answer = (script.length > 1 ? script.shift() : script[0]) ?? 'throw';
        if (answer === 'throw') throw new Error('nobody saw the end of it');
        return answer;
      },
    },
  });
  const running = worker.run();
  const input = { businessId: 'hotel', account: 'main' };
  const handle = await env.client.workflow.start(ZALO_KEEPER.workflow, {
    ...{ taskQueue, args: [input], workflowId: `${ZALO_KEEPER.workflowId(input)}-${taskQueue}` },
  });
  return {
    ...{ script, asked, handle },
    renew: (stale) => handle.signal(ZALO_KEEPER.renew, stale),
    async close() {
      // Whichever run it is in by now.
      await env.client.workflow
        .getHandle(handle.workflowId)
        .terminate()
        .catch(() => undefined);
      worker.shutdown();
      await running;
    },
  };
}
