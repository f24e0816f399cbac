/**
 * Activity: one call of a business's tool. The key is workflow, turn and a hash of name and arguments, so a retry or a
 * redraft reads the stored result instead of calling twice. Who the customer is comes from the conversation, not from
 * the arguments. What the service said is redacted before anyone sees it.
 */
import { createHash } from 'node:crypto';
import { ApplicationFailure, Context } from '@temporalio/activity';
import type { BusinessTool } from '../domain/business';
import type { CleanText } from '../domain/message';
import type { ConversationKey } from '../store/store';
import type { ActivityDeps } from './deps';
import type { ToolOutcome } from './llm/answerer';
import { askTool, failedOutcome } from './llm/ask-tool';
import { ToolUnavailable } from './llm/tool-request';
import { askMcpTool } from './llm/tools/ask-mcp';
import { identityFor } from './llm/tools/identity';

export interface CallToolInput {
  conversation: ConversationKey;
  turn: number;
  call: { id: string; name: string; args: Record<string, unknown>; agreed?: 'customer' };
}

export interface CallToolResult {
  callKey: string;
  ok: boolean;
  result: CleanText;
}

type Deps = Pick<ActivityDeps, 'store' | 'business' | 'secret' | 'mcp'>;

/** Attempts after which a service that is down becomes a result, so the turn can end in a handoff. */
const ATTEMPTS = 2;

export const callTool =
  (deps: Deps) =>
  async ({ conversation, turn, call }: CallToolInput): Promise<CallToolResult> => {
    const { store, business } = deps;
    const callKey = toolCallKey(conversation.workflowId, turn, call.name, call.args);
    const known = await store.toolResults.find(conversation, callKey);
    if (known !== null) return resultOf(callKey, readToolOutcome(known));

    const tool = business(conversation.businessId).tools.find(({ name }) => name === call.name);
    if (!tool) throw ApplicationFailure.nonRetryable(`there is no tool ${call.name} in business.yaml`, 'ToolUnknown');
    const identity = await identityFor(tool, conversation, (key) => store.conversations.address(key));
    const outcome = await perform(deps, tool, { call, callKey, identity });
    const stored = await store.toolResults.save(conversation, callKey, JSON.stringify(outcome));
    return resultOf(callKey, readToolOutcome(stored));
  };

export function toolCallKey(workflowId: string, turn: number, name: string, args: Record<string, unknown>): string {
  const hash = createHash('sha256')
    .update(`${name}\n${canonical(args)}`)
    .digest('base64url')
    .slice(0, 22);
  return `${workflowId}:tool:${turn}:${hash}`;
}

/** The result as `callTool` stored it. */
export function readToolOutcome(stored: string): ToolOutcome {
  return JSON.parse(stored) as ToolOutcome;
}

function resultOf(callKey: string, { status, text }: ToolOutcome): CallToolResult {
  return { callKey, ok: status !== 'failed', result: text };
}

async function perform(
  deps: Deps,
  tool: BusinessTool,
  { call, callKey, identity }: { call: CallToolInput['call']; callKey: string; identity: Record<string, string> },
): Promise<ToolOutcome> {
  if (tool.effect === 'write' && call.agreed === undefined)
    return failedOutcome(call, 'nobody has agreed to this change');
  const { info, cancellationSignal: signal } = Context.current();
  const token = tool.tokenEnv ? deps.secret?.(tool.tokenEnv) : undefined;
  try {
    const request = { idempotencyKey: callKey, signal, identity };
    if (tool.mcp) return await askMcpTool(deps.mcp, tool, call, request);
    return await askTool(tool, call, { ...request, ...(token !== undefined && { token }) });
  } catch (error) {
    if (!(error instanceof ToolUnavailable)) throw error;
    if (error.retryable && info.attempt < ATTEMPTS)
      throw ApplicationFailure.retryable(`${tool.name}: ${error.message}`, 'ToolUnavailable');
    return failedOutcome(call, error.message);
  }
}

/** The same text for the same arguments, whatever their order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
