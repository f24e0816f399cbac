/** The words and times of the operators' page. */

export const MODES = { waiting: 'Waiting', operator: 'With a person', ai: 'With the AI', resolved: 'Resolved' };

export const REASONS = {
  redaction_failed: 'Redaction failed',
  sensitive_topic: 'Sensitive topic',
  explicit_request: 'Asked for a person',
  repeated_dissatisfaction: 'Not satisfied',
  attachment: 'Attachment',
  ai_unavailable: 'AI unavailable',
  low_confidence: 'Low confidence',
  resume_off: 'AI resume is off',
  operator_took_over: 'Operator took over',
};

export const CHANNELS = {
  web: 'Web',
  api: 'API',
  telegram: 'Telegram',
  whatsapp: 'WhatsApp',
  zalo: 'Zalo',
  messenger: 'Messenger',
  slack: 'Slack',
};

export const DELIVERY = {
  pending: 'on its way',
  claimed: 'on its way',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  failed: 'not delivered',
  unknown: 'delivery unconfirmed',
};

export const TIMERS = {
  unclaimed: 'Remind the team',
  reminder: 'Remind again',
  idle: 'Nudge the operator',
  resume: 'Back to the AI',
};

export const PURPOSES = {
  brief: 'Brief for the team',
  forward: 'Forwarded to the team',
  reminder: 'Reminder to the team',
  boundary: 'Resolved',
  note: 'Note',
  private: 'Answer to a command',
  notice: 'Notice',
  ack: 'Acknowledgement',
};

export const LABELS = {
  PAYMENT_CARD: 'card number',
  GOVERNMENT_ID: 'government ID',
  ONE_TIME_PASSCODE: 'passcode',
  SECURITY_CODE: 'security code',
  hidden: 'Redacted. Only the privacy role can open the original.',
};

export const topicName = (topic) => topic.replaceAll('_', ' ');

/** Generated ids are long; the first block tells them apart on a page. */
export const shortId = (conversationId) => conversationId.replace(/([0-9a-f]{8})-[0-9a-f-]{27}$/i, '$1');

/** `now`, `4 min`, `3 h`, `2 d`. */
export function ageOf(at, now) {
  const minutes = Math.floor((now - Date.parse(at)) / 60_000);
  if (!(minutes >= 1)) return 'now';
  if (minutes < 60) return `${minutes} min`;
  return minutes < 1440 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} d`;
}

/** `4 min` behind `words`; under a minute the wait has only begun, and the mode's own name says enough. */
export function waitOf(words, since, now) {
  const age = ageOf(since, now);
  return age === 'now' ? MODES.waiting : `${words} ${age}`;
}

/** `2:05` or `1:02:05` until `at`; `due` once it has passed. */
export function countdownTo(at, now) {
  const seconds = Math.ceil((Date.parse(at) - now) / 1000);
  if (!(seconds > 0)) return 'due';
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return (parts[0] > 0 ? parts : parts.slice(1))
    .map((part, at) => (at ? String(part).padStart(2, '0') : part))
    .join(':');
}

export function clock(at) {
  return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
