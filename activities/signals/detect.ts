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
import { detectLanguage } from './language';
import { withoutQuotes } from './quotes';
import { detectSensitiveTopics } from './sensitive-topic';

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
  const own = dialogue.map((message) =>
    message.from === 'customer' ? { ...message, text: withoutQuotes(message.text) } : message,
  );
  const considered = topics ? business.topics.filter(({ id }) => topics.includes(id)) : business.topics;
  const measured = [
    requestIn(own, business),
    detectDissatisfaction(own),
    ...detectSensitiveTopics(last.text, considered, business.knowledge),
  ];
  return { fired: orderReasons(measured.filter(({ score, threshold }) => score >= threshold)), measured, language };
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
  for (const { from, text } of dialogue) if (from === 'customer') language = detectLanguage(text, known, language);
  return language ?? known[0] ?? 'en';
}
