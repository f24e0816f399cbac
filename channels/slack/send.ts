/**
 * Posting in a channel or thread. Texts go out literally: markup is off, control characters are escaped and links are
 * not unfurled. A text with buttons is a block of plain rich text, in which Slack interprets nothing.
 */
import type { OperatorCommandName } from '../../domain/operator-command';
import { ChannelRefusal, type OperatorsPlace, type OutboundMessage, type SendResult } from '../channel';
import { AnswerLost } from '../provider-call';
import { callSlack, type SlackAccess } from './call';
import { buttonsBlock } from './interaction';
import { METADATA_TYPE, messageName } from './message';
import { escapeText } from './text';

const THREAD_BUTTONS: readonly OperatorCommandName[] = ['take', 'done', 'ai'];
const LITERALLY = { mrkdwn: false, parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false };

function contentOf(text: string, buttons: readonly OperatorCommandName[] = []): object {
  if (buttons.length === 0) return { text: escapeText(text), ...LITERALLY };
  const words = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  const blocks = [{ type: 'rich_text', elements: [words] }, buttonsBlock(buttons)];
  return { text: escapeText(text), blocks, ...LITERALLY };
}

async function post(access: SlackAccess, body: object, signal: AbortSignal): Promise<{ channel: string; ts: string }> {
  const { channel, ts } = await callSlack(access, 'chat.postMessage', body, signal);
  if (typeof ts !== 'string' || typeof channel !== 'string') throw new AnswerLost('Slack did not name the message');
  return { channel, ts };
}

export async function sendSlack(
  access: SlackAccess,
  { to, text, outboxKey, buttons }: OutboundMessage,
  signal: AbortSignal,
): Promise<SendResult> {
  const body = {
    channel: to.address,
    ...(to.thread && { thread_ts: to.thread }),
    ...contentOf(text, buttons),
    metadata: { event_type: METADATA_TYPE, event_payload: { outboxKey } },
  };
  try {
    const { channel, ts } = await post(access, body, signal);
    return { state: 'sent', providerMessageId: messageName(channel, ts) };
  } catch (error) {
    if (error instanceof AnswerLost) return { state: 'unknown', why: error.message };
    throw error;
  }
}

/** A thread is a message with replies: the first one shows the conversation's state and has its buttons. */
export function slackPlace(access: SlackAccess): OperatorsPlace {
  return {
    async openThread({ chat, title }, signal) {
      const { ts } = await post(access, { channel: chat, ...contentOf(title, THREAD_BUTTONS) }, signal);
      return ts;
    },
    async retitle({ chat, thread, title }, signal) {
      const body = { channel: chat, ts: thread, ...contentOf(title, THREAD_BUTTONS) };
      await callSlack(access, 'chat.update', body, signal).catch((error: unknown) => {
        // Somebody deleted the thread's first message: its replies still work.
        if (!(error instanceof ChannelRefusal && /is gone$/.test(error.message))) throw error;
      });
    },
  };
}
