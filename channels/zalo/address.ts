/**
 * A customer's address on an official account. Visitors who have not signed in have an id and a conversation instead
 * of a user id, and are answered by both.
 */
const ANONYMOUS = 'anonymous:';

export function anonymousAddress(anonymousId: string, conversationId: string): string {
  return `${ANONYMOUS}${encodeURIComponent(conversationId)}:${anonymousId}`;
}

export type Recipient = { user_id: string } | { anonymous_id: string; conversation_id: string };

export function recipientOf(address: string): Recipient {
  if (!address.startsWith(ANONYMOUS)) return { user_id: address };
  const [conversationId = '', ...anonymousId] = address.slice(ANONYMOUS.length).split(':');
  return { anonymous_id: anonymousId.join(':'), conversation_id: decodeURIComponent(conversationId) };
}
