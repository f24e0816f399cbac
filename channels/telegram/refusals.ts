/**
 * Telegram's refusals as reasons that a shop owner understands. They never quote the description: it may hold what was
 * sent. The sentences on the left are those of Telegram's own server.
 */
const REASONS: [RegExp, string][] = [
  [/bot was blocked by the user/i, 'the customer has blocked the bot'],
  [/user is deactivated/i, "the customer's Telegram account is closed"],
  [/can't initiate conversation/i, 'the customer has not started the bot yet'],
  [
    /bot was kicked|bot is not a member|group chat was deleted/i,
    'the bot is no longer a member of the group: add it again',
  ],
  [/upgraded to a supergroup/i, 'the group became a supergroup and has a new id: put the new id into business.yaml'],
  [
    /BUSINESS_PEER_USAGE_MISSING/i,
    'the customer wrote nothing in the last 24 hours: Telegram Business lets nobody else answer',
  ],
  [
    /BUSINESS_CONNECTION|business connection|BUSINESS_PEER_INVALID/i,
    'the business account is not connected to the bot any more, or excludes this chat',
  ],
  [/TOPIC_CLOSED/i, 'the topic is closed'],
  [/thread not found|TOPIC_(?:ID_INVALID|DELETED)/i, 'the topic no longer exists'],
  [
    /not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_ADMIN_REQUIRED/i,
    'the bot lacks a right in this chat: make it an administrator with the right to manage topics',
  ],
  [
    /chat not found|PEER_ID_INVALID|user not found/i,
    'Telegram knows no such chat: check its id, and that the bot is in it',
  ],
  [/too long/i, 'the text is longer than Telegram allows'],
  [/text is empty|must be non-empty/i, 'the text is empty'],
  [/file is too big/i, 'the file is larger than the 20 MB Telegram hands to bots'],
  [/file_id|invalid file|temporarily unavailable/i, 'Telegram does not have this file any more'],
  [/not a forum/i, 'topics are switched off in this group'],
];

export function reasonOf(code: number, description: string): string {
  const known = REASONS.find(([pattern]) => pattern.test(description));
  if (known) return known[1];
  if (code === 401 || code === 404) return "Telegram does not accept the bot's token";
  if (code === 403) return 'Telegram does not let the bot write in this chat';
  return `Telegram refused the request (${code})`;
}
