/** The door of the room: `redact` for one message in its conversation, `redactConversation` for a recorded one. */
export type { CleanText } from './clean-text';
export { withoutPlaceholders } from './placeholders';
export { redact } from './redact';
export { type ConversationFinding, type RedactedConversation, redactConversation } from './redact-conversation';
export type {
  EarlierMessage,
  Finding,
  FindingType,
  Redaction,
  RedactionContext,
  RedactionOptions,
} from './redaction';
