/**
 * A customer's address on an official account. Visitors who have not signed in have an id and a conversation instead
 * of a user id, and are answered by both.
 */
const ANONYMOUS = 'anonymous:';

export function anonymousAddress(anonymousId: string, conversationId: string): string {
  // Half a character can not be encoded, and an odd id is no reason to have the provider send it again for hours.
  const wellFormed = Buffer.from(conversationId).toString();
  return `${ANONYMOUS}${encodeURIComponent(wellFormed)}:${anonymousId}`;
}

export type Recipient = { user_id: string } | { anonymous_id: string; conversation_id: string };

export function recipientOf(address: string): Recipient {
  if (!address.startsWith(ANONYMOUS)) return { user_id: address };
  const [conversationId = '', ...anonymousId] = address.slice(ANONYMOUS.length).split(':');
  return { anonymous_id: anonymousId.join(':'), conversation_id: decodeURIComponent(conversationId) };
}
