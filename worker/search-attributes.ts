/**
 * The search attributes that a conversation sets. The embedded server gets them on its command line; any other is
 * asked here, as often as one likes: what is there already is left alone.
 */
import { type Connection, isGrpcServiceError } from '@temporalio/client';

export const SEARCH_ATTRIBUTES = {
  ConversationMode: 'Keyword',
  HandoffReason: 'Keyword',
  Channel: 'Keyword',
  Business: 'Keyword',
  WaitingSince: 'Datetime',
} as const;

/** The wire's numbers of temporal.api.enums.v1.IndexedValueType. */
const TYPES = { Keyword: 2, Datetime: 6 } as const;
/** gRPC status codes. */
const UNIMPLEMENTED = 12;
/** Already there, not ours to set (Temporal Cloud: they are made in its console), not offered. */
const LEFT_ALONE = new Set([6, 7, UNIMPLEMENTED]);

export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const known = await knownAttributes(connection, namespace);
  const missing = Object.entries(SEARCH_ATTRIBUTES).filter(([name]) => !known.has(name));
  if (missing.length === 0) return;
  const searchAttributes = Object.fromEntries(missing.map(([name, type]) => [name, TYPES[type]]));
  await leaveAlone(() => connection.operatorService.addSearchAttributes({ namespace, searchAttributes }));
}

/** The time-skipping server can be given attributes and not asked for them. */
async function knownAttributes({ operatorService }: Connection, namespace: string): Promise<ReadonlySet<string>> {
  const answer = await leaveAlone(() => operatorService.listSearchAttributes({ namespace }));
  return new Set(Object.keys(answer?.customAttributes ?? {}));
}

async function leaveAlone<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (isGrpcServiceError(error) && LEFT_ALONE.has(error.code)) return null;
    throw error;
  }
}
