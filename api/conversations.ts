/**
 * The API's line to Temporal, and the only user of its client. It is lazy and quick to give up: a message is safe in
 * the store before it is signalled, and what could not be signalled here the pump signals later.
 */
import { Client, isGrpcServiceError, ServiceError, WorkflowNotFoundError } from '@temporalio/client';
import {
  defineSearchAttributeKey,
  type PayloadCodec,
  SearchAttributeType,
  TypedSearchAttributes,
} from '@temporalio/common';
import type { Config } from '../config';
import type { InboundReference } from '../domain/message';
import type { ConversationKey } from '../store/store';
import {
  CONVERSATION_WORKFLOW,
  type ConversationInput,
  customerMessageSignal,
  operatorMessageSignal,
} from '../workflows/signals';
import { connectLazily } from './temporal-connection';

const SIGNAL_DEADLINE_MS = 400;
/** After a failure, so long nobody tries: with Temporal down every request would wait for the deadline. */
const REST_MS = 500;
const ERASE_DEADLINE_MS = 5_000;
const WARM_UP_MS = 10_000;
// gRPC status codes.
const DEADLINE_EXCEEDED = 4;
const NOT_FOUND = 5;
const UNAVAILABLE = 14;

const business = defineSearchAttributeKey('Business', SearchAttributeType.KEYWORD);
const channel = defineSearchAttributeKey('Channel', SearchAttributeType.KEYWORD);
const conversationMode = defineSearchAttributeKey('ConversationMode', SearchAttributeType.KEYWORD);

export interface ConversationWorkflows {
  /** Starts the conversation's workflow where none runs. Rejects within 400 ms when Temporal does not answer. */
  signal(reference: InboundReference, key: ConversationKey): Promise<void>;
  /** Ends the workflow and deletes every run's history. Rejects when Temporal does not answer. */
  erase(workflowId: string): Promise<void>;
  close(): Promise<void>;
}

class TemporalUnavailable extends Error {
  override name = 'TemporalUnavailable';
}

function startOptions(key: ConversationKey, reference: InboundReference, taskQueue: string) {
  const input: ConversationInput = {
    businessId: key.businessId,
    conversationId: key.conversationId,
    channel: key.channel,
    account: key.account,
  };
  return {
    workflowId: key.workflowId,
    taskQueue,
    args: [input],
    signal: reference.author === 'operator' ? operatorMessageSignal : customerMessageSignal,
    signalArgs: [reference] as [InboundReference],
    workflowIdConflictPolicy: 'USE_EXISTING' as const,
    workflowTaskTimeout: '5 s' as const,
    typedSearchAttributes: new TypedSearchAttributes([
      { key: business, value: key.businessId },
      { key: channel, value: key.channel },
      { key: conversationMode, value: 'ai' },
    ]),
    staticSummary: `Conversation on ${key.channel}`,
  };
}

export function createConversations(
  temporal: Config['temporal'],
  payloadCodec: PayloadCodec,
  now: () => number = Date.now,
): ConversationWorkflows {
  const { connection, call, close } = connectLazily(temporal.connection);
  const { namespace, taskQueue } = temporal;
  const client = new Client({ connection, namespace, dataConverter: { payloadCodecs: [payloadCodec] } });
  let restUntil = 0;
  // Connects in the background, so that the first message does not spend its deadline on it.
  call(now() + WARM_UP_MS, () => connection.workflowService.getSystemInfo({})).catch(() => {});

  return {
    async signal(reference, key) {
      if (now() < restUntil) throw new TemporalUnavailable('Temporal did not answer a moment ago');
      try {
        await call(now() + SIGNAL_DEADLINE_MS, () =>
          client.workflow.signalWithStart(CONVERSATION_WORKFLOW, startOptions(key, reference, taskQueue)),
        );
      } catch (error) {
        if (isOutage(error)) restUntil = now() + REST_MS;
        throw error;
      }
    },
    erase: (workflowId) => call(now() + ERASE_DEADLINE_MS, () => deleteEveryRun(client, namespace, workflowId)),
    close,
  };
}

/** Nobody answered, as against an answer about this one conversation. */
function isOutage(error: unknown): boolean {
  const cause = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(cause) && (cause.code === UNAVAILABLE || cause.code === DEADLINE_EXCEEDED);
}

/** Terminates first, so that no run is left to write; then deletes what visibility lists and the run that was current. */
async function deleteEveryRun(client: Client, namespace: string, workflowId: string): Promise<void> {
  const runs = new Set<string>();
  try {
    const handle = client.workflow.getHandle(workflowId);
    const description = await handle.describe();
    runs.add(description.runId);
    if (description.status.name === 'RUNNING') await handle.terminate('erased');
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
  for await (const { runId } of client.workflow.list({ query: `WorkflowId = "${workflowId}"` })) runs.add(runId);
  for (const runId of runs) {
    await client.workflowService
      .deleteWorkflowExecution({ namespace, workflowExecution: { workflowId, runId } })
      .catch((error: unknown) => {
        if (!isGrpcServiceError(error) || error.code !== NOT_FOUND) throw error;
      });
  }
}
