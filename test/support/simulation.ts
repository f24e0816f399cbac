/**
 * One worker and as many simulated worlds as a test wants, on a time-skipping server or on the run's real one. Drafts
 * that are cancelled while they complete need the real one: the time-skipping server refuses that workflow task.
 */
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import type { ConversationPolicy } from '../../domain/policy';
import { testServers, timeSkippingServer, workflowBundlePath } from './servers';
import { SimulatedWorld, simulatedActivities } from './simulated-world';

export interface Simulation {
  env: TestWorkflowEnvironment;
  world(policy?: Partial<ConversationPolicy>): SimulatedWorld;
  close(): Promise<void>;
}

export async function timeSkipping(): Promise<Simulation> {
  quiet();
  const path = await timeSkippingServer();
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
  await registerSearchAttributes(env);
  return simulate(env, 'simulated');
}

export async function realTime(): Promise<Simulation> {
  quiet();
  const { temporalAddress: address, namespace, taskQueue } = await testServers();
  return simulate(await TestWorkflowEnvironment.createFromExistingServer({ address, namespace }), taskQueue);
}

function quiet(): void {
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'ERROR' } } });
}

async function simulate(env: TestWorkflowEnvironment, taskQueue: string): Promise<Simulation> {
  const worlds = new Map<string, SimulatedWorld>();
  const find = (id: string) => {
    const world = worlds.get(id);
    if (!world) throw new Error(`no world ${id}`);
    return world;
  };
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue,
    workflowBundle: { codePath: await workflowBundlePath() },
    activities: simulatedActivities(find),
    maxConcurrentWorkflowTaskExecutions: 100,
    maxConcurrentActivityTaskExecutions: 100,
    maxHeartbeatThrottleInterval: '100 ms',
    defaultHeartbeatThrottleInterval: '100 ms',
  });
  const running = worker.run();
  return {
    env,
    world(policy = {}) {
      const world = new SimulatedWorld(env, taskQueue, policy);
      worlds.set(world.id, world);
      return world;
    },
    async close() {
      worker.shutdown();
      await running;
      await env.teardown();
    },
  };
}

async function registerSearchAttributes(env: TestWorkflowEnvironment): Promise<void> {
  const KEYWORD = 2;
  const DATETIME = 6;
  await env.connection.operatorService.addSearchAttributes({
    namespace: env.namespace ?? 'default',
    searchAttributes: {
      ConversationMode: KEYWORD,
      HandoffReason: KEYWORD,
      Channel: KEYWORD,
      Business: KEYWORD,
      WaitingSince: DATETIME,
    },
  });
}
