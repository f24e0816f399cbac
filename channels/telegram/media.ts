/**
 * Opens a customer's file: Telegram names a path for its id, valid for an hour, and the download's address carries the
 * token, so it is made here, used once and never shown.
 */
import { z } from 'zod';
import { ChannelRefusal, type Media } from '../channel';
import { openMedia } from '../media';
import type { Call, TelegramOptions } from './bot-api';

const REFERENCE = /^file:(.+)$/s;
/** A path of plain steps: a local Bot API server would answer with a path on its own disk. */
const PATH = /^(?!.*(?:^|\/)\.\.?(?:\/|$))[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+)*$/;
/** Telegram hands files up to this size to bots. */
const LIMIT_BYTES = 20 * 1024 * 1024;

const located = z.looseObject({ file_path: z.string().regex(PATH), file_size: z.number().optional() });

export function createFetchMedia(call: Call, { token, baseUrl }: Pick<TelegramOptions, 'token' | 'baseUrl'>) {
  const { hostname } = new URL(baseUrl);
  return async (reference: string, signal: AbortSignal): Promise<Media> => {
    const id = REFERENCE.exec(reference)?.[1];
    if (!id) throw new ChannelRefusal('there is no file behind this attachment');
    const file = located.safeParse(await call('getFile', { file_id: id }, signal));
    if (!file.success) throw new ChannelRefusal('Telegram does not have this file any more');
    const options = { allow: (host: string) => host === hostname, base: baseUrl, limitBytes: LIMIT_BYTES };
    return openMedia(`${baseUrl}/file/bot${token}/${file.data.file_path}`, options, signal);
  };
}
