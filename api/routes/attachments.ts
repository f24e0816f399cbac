/**
 * A file that a customer sent, opened on an operator's demand. It is fetched from the provider now and kept nowhere; the
 * record that somebody opened it is written first. It leaves as a download of whatever type the provider names: never
 * shown inside our pages.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { Media } from '../../channels/channel';
import { notFound } from '../callers';
import type { RouteDeps } from '../deps';
import { type Operation, operation } from '../operation';
import { Problem } from '../problem';

const NUMBER = /^\d{1,9}$/;
const MIME = /^[\w.+-]{1,64}\/[\w.+-]{1,64}$/;
const NONE = 'There is no such attachment';

export function attachmentOperations({ store, business, channels, log }: RouteDeps): Operation[] {
  /** The sealed reference; what the transcript shows of an attachment is its kind. */
  async function referenceOf(id: string, seq: string, at: string) {
    const conversation = await store.conversations.find(business.id, id);
    if (!conversation) throw notFound();
    const row = NUMBER.test(seq) ? await store.transcripts.bySeq(conversation, Number(seq)) : null;
    if (!row?.originalId || row.deleted) throw new Problem(404, NONE);
    const { originalId } = row;
    const original = (await store.originals.open(conversation, [originalId])).get(originalId);
    const attachment = NUMBER.test(at) ? original?.content.attachments?.[Number(at)] : undefined;
    if (!attachment) throw new Problem(404, NONE);
    return { conversation, originalId, reference: attachment.reference };
  }

  return [
    operation({
      method: 'get',
      path: '/v1/conversations/:id/messages/:seq/attachments/:n',
      summary: 'A file that a customer sent, fetched from the provider; `n` counts from 0; leaves an audit record',
      access: { roles: ['operator'] },
      replies: {
        200: { description: 'The file, as a download', type: 'application/octet-stream' },
        409: { description: 'The channel has no way to open it; see where it was sent' },
        502: { description: 'The provider does not hand it out: gone, expired, too large or out of reach' },
      },
      async handle({ caller, params: { id = '', seq = '', n = '' }, request, response }) {
        const { conversation, originalId, reference } = await referenceOf(id, seq, n);
        const { channel, account, conversationId } = conversation;
        const open = channels.find(channel, account)?.fetchMedia;
        if (!open || reference === undefined) throw new Problem(409, 'It can only be opened where it was sent');
        const entry = { businessId: business.id, who: caller.id, conversationId, originalId };
        await store.audit.record({ ...entry, what: 'attachment opened' });
        const gone = new AbortController();
        request.once('close', () => gone.abort());
        response.once('close', () => gone.abort());
        const media = await open(reference, gone.signal).catch((error: Error) => {
          log.warn({ channel, account, failure: error.name }, 'a file was not opened');
          throw new Problem(502, 'The provider does not hand the file out');
        });
        await download(response, media, `attachment-${seq}-${n}`);
      },
    }),
  ];
}

async function download(response: Response, { type, size, stream }: Media, name: string): Promise<void> {
  const [mime = ''] = type.split(';');
  response.status(200).set({
    'Content-Type': MIME.test(mime.trim()) ? mime.trim() : 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${name}"`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    ...(size !== null && { 'Content-Length': String(size) }),
  });
  // A file that breaks off leaves a broken answer, never a shorter file; the caller may also have gone.
  await pipeline(Readable.fromWeb(stream as never), response).catch(() => response.destroy());
}
