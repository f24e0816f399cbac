/** Sending over Messenger: the request, and what Meta's error codes mean for it. */
import type { OutboundMessage, SendResult } from '../channel';
import { type ErrorVerdict, type Graph, type GraphError, graphErrorOf, sendOverGraph } from '../meta-graph';
import { textOf } from '../meta-webhook';

/** "This message is sent outside of allowed window." */
const OUTSIDE_WINDOW = new Set([2018278, 2534022]);
const OTHER_APP_HAS_THREAD = 2018300;

export async function sendMessenger(
  graph: Graph,
  { to, text, outboxKey, author }: OutboundMessage,
  signal: AbortSignal,
): Promise<SendResult> {
  const body = { recipient: { id: to.address }, message: { text, metadata: outboxKey } };
  const call = async () => {
    const answer = await graph.post('me/messages', { ...body, messaging_type: 'RESPONSE' }, signal);
    const error = graphErrorOf(answer);
    // The tag is for words that a person typed, and only where they would not go out without it.
    if (author !== 'operator' || !error || !OUTSIDE_WINDOW.has(error.subcode)) return answer;
    return graph.post('me/messages', { ...body, messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }, signal);
  };
  const idOf = ({ message_id }: { message_id?: unknown }) => textOf(message_id);
  return sendOverGraph({ provider: 'Messenger', call, idOf, verdictOn: verdictOnMessenger });
}

/** Milliseconds. */
const WAITS: Readonly<Record<number, number>> = { 4: 60_000, 17: 60_000, 32: 60_000, 613: 10_000, 80006: 60_000 };

const PERMISSION = 'The page access token may not send messages: give it pages_messaging';
const REFUSALS: Readonly<Record<number, string>> = {
  3: PERMISSION,
  10: PERMISSION,
  100: 'Messenger does not know this customer on this page',
  102: 'The page access token has expired: make a new one',
  190: 'The page access token has expired: make a new one',
  368: 'Meta has blocked the page from sending for a policy violation',
  551: 'The customer can not be reached: he has blocked the page or left Messenger',
};
const TRANSIENT = new Set([-1, 1, 2, 1200]);

export function verdictOnMessenger({ code, subcode }: GraphError): ErrorVerdict {
  const wait = WAITS[code];
  if (wait !== undefined) return { wait };
  if (TRANSIENT.has(code)) return 'retry';
  if (OUTSIDE_WINDOW.has(subcode))
    return {
      refuse: 'The customer wrote too long ago: 24 hours for the AI, 7 days for a person with Human Agent access',
    };
  if (subcode === OTHER_APP_HAS_THREAD) return { refuse: 'Another app has this conversation at the moment' };
  const permission = code >= 200 && code <= 299;
  return { refuse: REFUSALS[permission ? 10 : code] ?? 'Messenger refused the message' };
}
