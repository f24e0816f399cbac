/**
 * All detectors over one dialogue. A pure function of clean messages and the business's settings, so the filter, the
 * activity and the tests run the very same code. Everything measured is returned, fired or not.
 */
import type { Business } from '../../domain/business';
import { orderReasons, type Signal } from '../../domain/handoff';
import type { Answer } from '../../domain/knowledge';
import type { DialogueMessage } from './dialogue';
import { detectDissatisfaction } from './dissatisfaction';
import { detectExplicitRequest } from './explicit-request';
import { fold } from './folding';
import { detectLanguage } from './language';
import { clipped } from './own-words';
import { withoutQuotes } from './quotes';
import { detectSensitiveTopics } from './sensitive-topic';
import { withoutSlips } from './typing-slips';

export interface DetectingBusiness extends Pick<Business, 'departments' | 'topics' | 'languages'> {
  knowledge: readonly Answer[];
}

export interface Detection {
  fired: Signal[];
  measured: Signal[];
  language: string;
}

/** What fires after the last message, which must be the customer's; `topics` narrows the business's by id. */
export function detect(
  dialogue: readonly DialogueMessage[],
  business: DetectingBusiness,
  { topics }: { topics?: readonly string[] } = {},
): Detection {
  const last = dialogue.at(-1);
  const language = languageOf(dialogue, business.languages);
  if (last?.from !== 'customer') return { fired: [], measured: [], language };
  const considered = topics ? business.topics.filter(({ id }) => topics.includes(id)) : business.topics;
  const asWritten = measure(dialogue, considered, business);
  const putRight = dialogue.map((message) =>
    message.from === 'customer' ? { ...message, text: withoutSlips(message.text, business) } : message,
  );
  const hasSlips = putRight.some(({ text }, index) => text !== dialogue[index]?.text);
  const measured = hasSlips
    ? stronger(asWritten, measure(putRight, considered, business), last.text, business)
    : asWritten;
  return { fired: orderReasons(measured.filter(({ score, threshold }) => score >= threshold)), measured, language };
}

function measure(
  dialogue: readonly DialogueMessage[],
  topics: DetectingBusiness['topics'],
  business: DetectingBusiness,
): Signal[] {
  const last = dialogue.at(-1);
  const own = dialogue.map((message) =>
    message.from === 'customer' ? { ...message, text: withoutQuotes(message.text) } : message,
  );
  const dissatisfaction = detectDissatisfaction(own);
  if (last?.reaction) return [dissatisfaction];
  return [
    requestIn(
      own.filter(({ reaction }) => !reaction),
      business,
    ),
    dissatisfaction,
    ...detectSensitiveTopics(last?.text ?? '', topics, business.knowledge),
  ];
}

/**
 * Of the message as it is written and with its slips put right, what says more; evidence is what was written. Requests
 * put their own words right and need it for the names of departments only.
 */
function stronger(
  asWritten: readonly Signal[],
  putRight: readonly Signal[],
  text: string,
  { departments }: DetectingBusiness,
): Signal[] {
  return asWritten.map((signal, index) => {
    const other = putRight[index];
    if (!other || other.score <= signal.score) return signal;
    const heard = fold(other.evidence);
    const counts = signal.reason !== 'explicit_request' || departments.some((name) => heard.includes(fold(name)));
    return counts ? { ...other, evidence: clipped(text) } : signal;
  });
}

/** A wish may be cut in two messages ("can I talk to" / "a person"): the joint counts if neither part did. */
function requestIn(dialogue: readonly DialogueMessage[], business: DetectingBusiness): Signal {
  const last = dialogue.at(-1);
  const previous = dialogue.at(-2);
  const alone = detectExplicitRequest(last?.text ?? '', business);
  if (alone.score >= alone.threshold || previous?.from !== 'customer' || previous.boundary) return alone;
  const before = detectExplicitRequest(previous.text, business);
  if (before.score >= before.threshold) return alone;
  return detectExplicitRequest(`${previous.text} ${last?.text ?? ''}`, business);
}

function languageOf(dialogue: readonly DialogueMessage[], known: readonly string[]): string {
  let language: string | undefined;
  for (const { from, text, reaction } of dialogue)
    if (from === 'customer' && !reaction) language = detectLanguage(text, known, language);
  return language ?? known[0] ?? 'en';
}
