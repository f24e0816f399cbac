/**
 * The baseline that the signals are measured against: what a careful engineer writes in an afternoon. English patterns
 * for a request and for frustration, and the business's phrases taken literally; no context, no other language.
 */
import type { DetectingBusiness } from '../activities/signals/detect';
import { type DialogueMessage, splitAtBoundary } from '../activities/signals/dialogue';
import { withBuiltInTopics } from '../domain/business-topics';

const REQUEST =
  /\b(?:talk|speak|chat|connect|transfer|put|pass|contact|reach|call|phone|need|want|get|give)\b[^.?!]{0,30}\b(?:human|agent|representative|operator|real person|person|someone|somebody|staff|employee|advis[eo]r|assistant|manager|supervisor)\b/i;
const DENIED = /\b(?:don't|do not|no need|not)\b[^.?!]{0,20}\b(?:talk|speak|need|want)\b/i;
const FRUSTRATION =
  /\b(?:useless|ridiculous|not helpful|unhelpful|terrible|awful|still not|doesn't help|didn't help|not what i asked|frustrat\w+|waste of time)\b/i;

/** The keys of what fires after the last message. */
export function tightPatterns(dialogue: readonly DialogueMessage[], business: DetectingBusiness): string[] {
  const { now } = splitAtBoundary(dialogue);
  const said = now.filter(({ from }) => from === 'customer').map(({ text }) => text);
  const last = said.at(-1) ?? '';
  const frustrated = said.slice(-6).filter((text) => FRUSTRATION.test(text));
  const topics = withBuiltInTopics(business.topics, { distress: true }).filter(({ phrases }) =>
    phrases.some((phrase) => last.toLowerCase().includes(phrase.toLowerCase())),
  );
  return [
    ...(REQUEST.test(last) && !DENIED.test(last) ? ['explicit_request'] : []),
    ...(frustrated.length > 1 && FRUSTRATION.test(last) ? ['repeated_dissatisfaction'] : []),
    ...topics.map(({ id }) => `sensitive_topic:${id}`),
  ];
}
