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
/** gRPC: already there, not ours to set (Temporal Cloud: they are made in its console), not offered. */
const LEFT_ALONE = new Set([6, 7, 12]);

export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  try {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    const missing = Object.entries(SEARCH_ATTRIBUTES).filter(([name]) => !customAttributes?.[name]);
    if (missing.length === 0) return;
    await connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(missing.map(([name, type]) => [name, TYPES[type]])),
    });
  } catch (error) {
    if (!(isGrpcServiceError(error) && LEFT_ALONE.has(error.code))) throw error;
  }
}
