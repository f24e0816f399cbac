/** What a Zalo message holds. Places and contacts are attachments only, their data behind the sealed reference. */
import type { AttachmentKind, InboundContent } from '../../domain/message';
import type { ZaloAttachment, ZaloMessage } from './shapes';

const KINDS: Readonly<Record<string, AttachmentKind>> = {
  ...{ image: 'photo', photo: 'photo', gif: 'sticker', sticker: 'sticker', audio: 'voice', voice: 'voice' },
  ...{ video: 'video', file: 'file', location: 'location', business_card: 'contact' },
};
/** Their text is the data itself: an address, a telephone number. */
const WORDLESS = new Set(['location', 'business_card']);

type Attachment = NonNullable<InboundContent['attachments']>[number];

/** `kind` is the last word of the event's name: `text`, `image`, `business_card`. */
export function contentOf(
  kind: string,
  { text, attachments = [] }: ZaloMessage,
): Pick<InboundContent, 'text' | 'attachments'> {
  const links = attachments.filter(({ type }) => isWords(kind, type));
  const files = attachments.filter(({ type }) => !isWords(kind, type)).map((each) => attachmentOf(kind, each));
  // A kind that nobody foresaw is still something the customer sent.
  if (files.length === 0 && links.length === 0 && (text === undefined || WORDLESS.has(kind))) {
    files.push({ kind: KINDS[kind] ?? 'other' });
  }
  return {
    text: WORDLESS.has(kind) ? '' : (text ?? links.map(wordsOf).join('\n')),
    ...(files.length > 0 && { attachments: files }),
  };
}

/** Links and template texts are words; only a contact's card looks like a link and is none. */
function isWords(kind: string, type: string): boolean {
  return kind !== 'business_card' && (type === 'link' || type === 'template' || (kind === 'text' && !KINDS[type]));
}

function wordsOf({ payload }: ZaloAttachment): string {
  const { text, title, url, link_url } = payload ?? {};
  return [text ?? title, url ?? link_url].filter(Boolean).join(' ');
}

function attachmentOf(kind: string, { type, payload }: ZaloAttachment): Attachment {
  const found = KINDS[kind === 'business_card' ? kind : type] ?? 'other';
  const { url, name, thumbnail, coordinates } = payload ?? {};
  const data = found === 'contact' ? payload : coordinates;
  const reference = data ? JSON.stringify(data) : (url ?? thumbnail);
  return { kind: found, ...(found === 'file' && name && { name }), ...(reference && { reference }) };
}
