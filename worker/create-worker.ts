/**
 * One worker: connection, codec, bundle, activities. Its timeouts are chosen for recovery: a killed worker's sticky
 * tasks go to another after a second, and a cancelled draft's socket closes within one heartbeat.
 */
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../activities';
import type { ActivityDeps } from '../activities/deps';
import type { Config } from '../config';
import { createPayloadCodec } from '../store/payload-codec';

export interface RunningWorker {
  worker: Worker;
  connection: NativeConnection;
}

/** Payloads are encrypted before they leave, which gzip can not shorten: it would cost both sides time for nothing. */
const UNCOMPRESSED = { codec: 'none' } as const;

export async function createWorker(config: Config, bundlePath: string, deps: ActivityDeps): Promise<RunningWorker> {
  const connection = await NativeConnection.connect({ ...config.temporal.connection, grpcCompression: UNCOMPRESSED });
  const worker = await Worker.create({
    connection,
    namespace: config.temporal.namespace,
    taskQueue: config.temporal.taskQueue,
    workflowBundle: { codePath: bundlePath },
    activities: createActivities(deps),
    dataConverter: { payloadCodecs: [createPayloadCodec(deps.store.payloadKeys)] },
    stickyQueueScheduleToStartTimeout: '1 s',
    maxHeartbeatThrottleInterval: '300 ms',
    defaultHeartbeatThrottleInterval: '300 ms',
    maxCachedWorkflows: 500,
    maxConcurrentWorkflowTaskExecutions: 100,
    maxConcurrentActivityTaskExecutions: 100,
    maxConcurrentLocalActivityExecutions: 100,
    shutdownGraceTime: '10 s',
  });
  return { worker, connection };
}
