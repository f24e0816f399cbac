/** What a Messenger message says: words, or attachments whose addresses stay in their sealed references. */
import type { AttachmentKind, InboundContent } from '../../domain/message';
import { type Json, recordOf, recordsOf, textOf } from '../meta-webhook';

type Attachment = NonNullable<InboundContent['attachments']>[number];

const KINDS: Readonly<Record<string, AttachmentKind>> = {
  image: 'photo',
  video: 'video',
  ig_reel: 'video',
  reel: 'video',
  audio: 'voice',
  file: 'file',
  location: 'location',
};

/** Null where nothing is said. */
export function contentOf(message: Json): InboundContent | null {
  const text = textOf(message.text) ?? '';
  const attachments = recordsOf(message.attachments).flatMap((each) => attachmentOf(each, text));
  if (message.is_unsupported === true && attachments.length === 0) return { text, attachments: [{ kind: 'other' }] };
  if (text === '' && attachments.length === 0) return null;
  return { text, ...(attachments.length > 0 && { attachments }) };
}

function attachmentOf({ type, payload, url: linked, title }: Json, text: string): Attachment[] {
  const details = recordOf(payload);
  const url = textOf(details.url) ?? textOf(linked);
  // A link that somebody sent comes a second time as a preview of itself.
  if (type === 'fallback' && text !== '') return [];
  const kind = details.sticker_id === undefined ? (KINDS[textOf(type) ?? ''] ?? 'other') : 'sticker';
  const reference = kind === 'location' ? JSON.stringify(details) : url;
  const name = kind === 'other' ? shownAs(title, details) : undefined;
  return [{ kind, ...(name && { name }), ...(reference && { reference }) }];
}

/** What stands on a card: a shared link's title, a product's name, the words above a template's buttons. */
function shownAs(title: unknown, { text, elements, product }: Json): string | undefined {
  const [card] = recordsOf(elements ?? recordOf(product).elements);
  return (textOf(title) ?? textOf(card?.title) ?? textOf(text))?.slice(0, 255);
}
