/**
 * One request of Slack: a set-up challenge, an event, or a pressed button (sent as a form). A request that came before
 * (X-Slack-Retry-Num) is read like the first: who stores it drops what it has.
 */
import type { ChannelEvent, WebhookRequest } from '../channel';
import { readInteraction } from './interaction';
import { type OwnIdentity, postedProof, readMessageEvent } from './message';
import { envelope, metadataPosted } from './shapes';

const ignored = (type: string): ChannelEvent[] => [{ kind: 'ignored', type }];

export function parseSlack({ body }: WebhookRequest): ChannelEvent[] | { challenge: string } {
  const text = body.toString('utf8');
  if (/^\s*[{["]/.test(text)) return readEnvelope(fromJson(text));
  const payload = new URLSearchParams(text).get('payload');
  return payload === null ? ignored('neither an event nor an interaction') : readInteraction(fromJson(payload));
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readEnvelope(payload: unknown): ChannelEvent[] | { challenge: string } {
  const outer = envelope.safeParse(payload).data;
  if (!outer) return ignored('unknown shape');
  const { type, challenge, event, api_app_id: app, authorizations = [] } = outer;
  const own = { app, user: authorizations.find(({ is_bot }) => is_bot)?.user_id };
  if (type === 'url_verification' && challenge) return { challenge };
  if (type !== 'event_callback' || !event) return ignored(type);
  if (event.type === 'message') return [readMessageEvent(event, own)];
  if (event.type === 'message_metadata_posted') return [readMetadata(event, own)];
  // `app_mention` repeats a message that comes as `message` too.
  return ignored(event.type);
}

function readMetadata(event: unknown, own: OwnIdentity): ChannelEvent {
  const posted = metadataPosted.safeParse(event).data;
  if (!posted || posted.app_id !== own.app) return { kind: 'ignored', type: 'metadata of another app' };
  return postedProof(posted.channel_id, posted.message_ts, posted.metadata);
}
