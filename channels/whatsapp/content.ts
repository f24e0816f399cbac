/**
 * What a WhatsApp message says. Words become text; everything else becomes an attachment whose details stand in its
 * sealed reference: the id of the file, or for a place, a contact or an order the piece of the webhook itself.
 */
import type { AttachmentKind, InboundContent } from '../../domain/message';
import { type Json, recordOf, recordsOf, textOf } from '../meta-webhook';

type Attachment = NonNullable<InboundContent['attachments']>[number];

/** `unreadable`: WhatsApp itself could not hand it out; the same message may still come in a readable version. */
export type Reading = { content: InboundContent; unreadable?: true } | { ignored: string };

const UNREADABLE: Reading = { content: { text: '', attachments: [{ kind: 'other' }] }, unreadable: true };

const FILES: Readonly<Record<string, AttachmentKind>> = {
  image: 'photo',
  video: 'video',
  audio: 'voice',
  voice: 'voice',
  document: 'file',
  sticker: 'sticker',
};

export function contentOf(message: Json): Reading {
  const type = textOf(message.type) ?? 'untyped';
  const part = recordOf(message[type]);
  const file = FILES[type];
  if (file) return said(textOf(part.caption), [fileOf(file, part)]);
  switch (type) {
    case 'text':
      return said(textOf(part.body), []);
    case 'button':
      return said(textOf(part.text), []);
    case 'interactive':
      return interactive(part);
    case 'location':
      return said(undefined, [sealed('location', part)]);
    case 'contacts':
      return said(
        undefined,
        recordsOf(message.contacts).map((contact) => sealed('contact', contact)),
      );
    case 'order':
      return said(textOf(part.text), [sealed('other', part, 'order')]);
    case 'unsupported':
    case 'unknown':
    case 'ephemeral':
      return UNREADABLE;
    case 'reaction':
    case 'request_welcome':
      return { ignored: type };
    default:
      // A kind that WhatsApp adds tomorrow is still somebody writing.
      return said(textOf(part.body) ?? textOf(part.caption), [sealed('other', part, type.slice(0, 64))]);
  }
}

/** A message without words and without anything attached says nothing. */
function said(text: string | undefined, attachments: Attachment[]): Reading {
  if (text === undefined && attachments.length === 0) return { ignored: 'an empty message' };
  return { content: { text: text ?? '', ...(attachments.length > 0 && { attachments }) } };
}

function fileOf(kind: AttachmentKind, { id, filename }: Json): Attachment {
  const reference = textOf(id);
  const name = textOf(filename)?.slice(0, 255);
  return { kind, ...(name && { name }), ...(reference && { reference }) };
}

const sealed = (kind: AttachmentKind, details: Json, name?: string): Attachment => ({
  ...{ kind, reference: JSON.stringify(details) },
  ...(name !== undefined && { name: name.slice(0, 255) }),
});

/** An answer that Meta itself could not put into words ("Something went wrong") has none of these. */
function interactive(part: Json): Reading {
  const reply = recordOf(part.button_reply ?? part.list_reply);
  const title = textOf(reply.title);
  if (title !== undefined) return said(title, []);
  const form = recordOf(part.nfm_reply);
  // `Sent` is what WhatsApp writes itself under every completed form.
  const body = textOf(form.body);
  if (part.nfm_reply !== undefined) return said(body === 'Sent' ? undefined : body, [sealed('other', form, 'form')]);
  const type = textOf(part.type);
  if (type === undefined) return UNREADABLE;
  if (type === 'call_permission_reply') return { ignored: `interactive ${type}` };
  return said(undefined, [sealed('other', part, type.slice(0, 64))]);
}
