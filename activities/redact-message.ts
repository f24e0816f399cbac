/**
 * Opens one sealed original, redacts it in the light of what came before, and writes the clean row. From here on only
 * clean text exists. If redaction itself fails nothing passes: the row says so and the workflow calls a person.
 */
import type { AttachmentKind, CleanText, InboundContent, InboundReference, TranscriptMessage } from '../domain/message';
import { type Finding, type Redaction, redact } from '../redaction';
import { WITHHELD } from '../redaction/clean-text';
import type { ConversationKey } from '../store/store';
import { editMessage, hideMessage } from './change-message';
import type { ActivityDeps } from './deps';
import { quotedIn } from './quoted';
import { relayPart } from './relay-to-customer';
import { isUnreadable, otherVersionIn, replaceUnreadable, showsUnreadable } from './unreadable';
import { visibleText, withoutDoomed } from './visible-text';

export interface RedactMessageInput {
  conversation: ConversationKey;
  reference: InboundReference;
  /** A note is for the team only; `relayed` rows wait for the provider before they count as sent. */
  as: 'customer' | 'operator' | 'note' | 'relayed';
  seq: number;
  eventNo: number;
  upTo: number;
  version: number;
}

export interface RedactMessageResult {
  /** The row this message is now; an earlier one where it was an edit, null where nothing became visible. */
  seq: number | null;
  /** Of a new row; 0 otherwise. */
  eventNo: number;
  text: CleanText | null;
  hold: boolean;
  failed: boolean;
  /** Rows that this message completed or changed: their readers are told by `announceAmendments`. */
  amended: number[];
  attachments: AttachmentKind[];
  /** An emoji put to another message: nothing was said. */
  reaction?: true;
  /** The row stood there before, unreadable: whatever was found out about it is to be found out again. */
  replaced?: true;
}

const NOTHING: RedactMessageResult = {
  seq: null,
  eventNo: 0,
  text: null,
  hold: false,
  failed: false,
  amended: [],
  attachments: [],
};
const CONTEXT_MESSAGES = 12;

export const redactMessage =
  (deps: Pick<ActivityDeps, 'store' | 'business' | 'log'>) =>
  async (input: RedactMessageInput): Promise<RedactMessageResult> => {
    const { store } = deps;
    const { conversation, reference } = input;
    const original = (await store.originals.open(conversation, [reference.originalId])).get(reference.originalId);
    if (!original) return NOTHING;
    if (reference.kind === 'deletion') {
      return { ...NOTHING, ...(await hideMessage(deps, input, original.messageId)) };
    }

    const redaction = await redactContent(deps, input, original.content);
    const doomed = (redaction?.findings ?? []).filter((finding) => mayNotBeKept(deps, conversation, finding));
    const quoted = await quotedIn(deps, conversation, original.content);
    if (doomed.length > 0 || original.content.quote !== undefined) {
      // Of quoted words only the clean ones are kept: nobody has to open what is shown elsewhere.
      const { quote: _, ...kept } =
        doomed.length > 0 ? withoutDoomed(original.content, input.as, doomed) : original.content;
      const content = { ...kept, ...(quoted.quote !== undefined && { quote: quoted.quote }) };
      await store.originals.reseal(conversation, reference.originalId, content);
    }
    const text = redaction ? redaction.text : WITHHELD;
    if (reference.kind === 'edit') {
      return { ...NOTHING, ...(await editMessage(deps, input, original.messageId, text, redaction)) };
    }

    const fresh = { ...cleanRow(input, original, text, redaction), ...quoted.row };
    const attachments = (original.content.attachments ?? []).map(({ kind }) => kind);
    const other = otherVersionIn(await contextRows(deps, input), fresh);
    if (other && isUnreadable(original.content)) return NOTHING;
    if (other && showsUnreadable(other)) {
      await replaceUnreadable(store, conversation, other, fresh);
      const { seq } = other;
      return { ...NOTHING, seq, text, failed: !redaction, amended: [seq], attachments, replaced: true };
    }
    const [row] = await store.transcripts.append(conversation, [fresh]);
    for (const earlier of redaction?.earlier ?? []) {
      await store.transcripts.amend(conversation, Number(earlier.id), {
        text: earlier.text,
        redactions: earlier.findings.map(({ type }) => ({ type })),
      });
    }
    if (redaction && redaction.earlier.length > 0) {
      await store.audit.record({
        businessId: conversation.businessId,
        who: 'redaction',
        what: 'masked earlier messages that a later one completed',
        conversationId: conversation.conversationId,
      });
    }
    return {
      seq: row?.seq ?? input.seq,
      eventNo: row?.eventNo ?? input.eventNo,
      text,
      hold: (redaction?.hold ?? false) || isUnreadable(original.content),
      failed: !redaction,
      amended: (redaction?.earlier ?? []).map(({ id }) => Number(id)),
      attachments,
      ...(fresh.reaction && { reaction: true }),
    };
  };

type Original = { content: InboundContent; messageId: string; operator?: { id: string; name?: string } };

/** Held in memory while the conversation lives: asking twice costs nothing. */
const contextRows = (
  { store }: Pick<ActivityDeps, 'store'>,
  { conversation, upTo, version }: Pick<RedactMessageInput, 'conversation' | 'upTo' | 'version'>,
) => store.transcripts.recent(conversation, { upTo, version, limit: CONTEXT_MESSAGES });

async function redactContent(
  deps: Pick<ActivityDeps, 'store' | 'business' | 'log'>,
  input: RedactMessageInput,
  content: InboundContent,
): Promise<Redaction | null> {
  const { business, log } = deps;
  const { conversation, as } = input;
  const rows = await contextRows(deps, input);
  const { keepLastFour, patterns } = business(conversation.businessId).redaction;
  try {
    return redact(visibleText(content, as), {
      from: as === 'customer' ? 'customer' : 'operator',
      earlier: rows
        .filter((row) => row.visibility === 'public')
        .map((row) => ({ id: String(row.seq), from: row.author, text: row.text })),
      options: { keepLastFour, patterns },
    });
  } catch (error) {
    log.error(
      { workflowId: conversation.workflowId, error: (error as Error).name },
      'redaction failed: message withheld',
    );
    return null;
  }
}

function cleanRow(
  { conversation, reference, as, seq, eventNo }: RedactMessageInput,
  original: Original,
  text: CleanText,
  redaction: Redaction | null,
): TranscriptMessage {
  const row: TranscriptMessage = {
    seq,
    eventNo,
    messageId: original.messageId,
    author: as === 'customer' ? 'customer' : 'operator',
    visibility: as === 'note' ? 'team' : 'public',
    text,
    at: reference.receivedAt,
    redactions: (redaction?.findings ?? []).map(({ type }) => ({ type })),
    originalId: reference.originalId,
  };
  if (original.operator) row.operator = original.operator;
  const attachments = original.content.attachments ?? [];
  if (attachments.length > 0) row.attachments = attachments.map(({ kind }) => ({ kind }));
  if (as === 'note') row.purpose = 'note';
  if (as === 'operator' || as === 'relayed') {
    row.purpose = 'relay';
    row.outboxKey = relayPart(conversation, reference.originalId);
    row.delivery = as === 'relayed' ? 'pending' : 'sent';
  }
  return row;
}

function mayNotBeKept(
  { business }: Pick<ActivityDeps, 'business'>,
  { businessId }: ConversationKey,
  { type }: Finding,
) {
  const { cards, passcodes } = business(businessId).redaction.vault;
  return (
    type === 'SECURITY_CODE' ||
    (type === 'PAYMENT_CARD' && cards === 'drop') ||
    (type === 'ONE_TIME_PASSCODE' && passcodes === 'drop')
  );
}
