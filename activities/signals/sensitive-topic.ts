/**
 * Detector: a topic that always goes to a person. Three kinds of evidence, each judged in its sentence: the business's
 * phrases, the general vocabulary of the matters its topic touches (in every language of `concepts/`), and likeness
 * to its examples. A "fraud-proof wallet" is no fraud report, and a refund policy no dispute.
 */
import type { Topic } from '../../domain/business';
import { ACUTE_DISTRESS } from '../../domain/business-topics';
import type { Signal } from '../../domain/handoff';
import type { Answer } from '../../domain/knowledge';
import { withoutPlaceholders } from '../../redaction';
import { CONCEPTS } from './concepts';
import { type Concept, findRow, findRows } from './concepts/concept';
import { type Line, lineOf, where } from './concepts/word-groups';
import { withApostrophes } from './contractions';
import { sentences } from './folding';
import { clipped } from './own-words';
import { withoutQuotes } from './quotes';
import { type Judgement, judge } from './topic-context';
import { type Likeness, likenesses } from './topic-likeness';
import { findPhrase, type Place } from './topic-phrases';

const THRESHOLD = 0.6;

/** Every business has the built-in topic, so what is like its examples by chance must not count everywhere. */
const SHARED_BY_ALL = 0.8;

interface Evidence {
  score: number;
  evidence: string;
  detector: 'topic-phrase' | 'topic-meaning' | 'topic-example';
}
const NONE: Evidence = { score: 0, evidence: '', detector: 'topic-phrase' };

/** How much a phrase of the business counts by what its sentence does with it. */
const PHRASE: Record<Judgement, number> = {
  happened: 0.95,
  said: 0.8,
  asked: 0.45,
  wondered: 0.45,
  imagined: 0.4,
  denied: 0.3,
  harmless: 0.2,
};
/** A row of the general vocabulary tells an event by itself, so a question mark takes less away. */
const MEANING: Record<Judgement, number> = { ...PHRASE, said: 0.85, asked: 0.5, wondered: 0.5, imagined: 0.4 };
/** What is urgent or threatened is meant under a condition as well. */
const URGENT: Record<Judgement, number> = { ...MEANING, imagined: 0.8, asked: 0.65, wondered: 0.65, denied: 0.5 };
/** By the concept's id. "How do you treat a twisted ankle?" is nobody's ankle; despair is meant however it is put. */
const OF_CONCEPT: Readonly<Record<string, Record<Judgement, number>>> = {
  [ACUTE_DISTRESS.id]: { ...URGENT, asked: 0.8, wondered: 0.8 },
  injury: { ...URGENT, wondered: 0.5 },
};
const weightsOf = ({ id, unconditional }: Concept) => (unconditional ? (OF_CONCEPT[id] ?? URGENT) : MEANING);

/** One measurement a topic, fired or not. */
export function detectSensitiveTopics(text: string, topics: readonly Topic[], knowledge: readonly Answer[]): Signal[] {
  if (topics.length === 0) return [];
  const own = withoutQuotes(text);
  const plain = withoutPlaceholders(own);
  const [all, spans] = [spansOf(text), spansOf(own)];
  const like = likenesses(plain, topics, knowledge);
  return topics.map((topic) => {
    const best = evidenceOf(topic.id === ACUTE_DISTRESS.id ? all : spans, topic, plain, like.get(topic));
    const { score, evidence, detector } = best;
    return { reason: 'sensitive_topic', topic: topic.id, score, threshold: THRESHOLD, evidence, detector };
  });
}

/** Somebody who quotes his own despair is in despair: for distress, quotes are read as well. */
function evidenceOf(spans: readonly Span[], topic: Topic, text: string, likeness: Likeness | undefined): Evidence {
  const like = inExamples(text, likeness);
  const builtIn = topic.id === ACUTE_DISTRESS.id;
  const found = [
    inPhrases(spans, topic),
    inMeaning(spans, topic),
    builtIn ? { ...like, score: like.score * SHARED_BY_ALL } : like,
  ];
  return found.reduce((best, evidence) => (evidence.score > best.score ? evidence : best));
}

/** A sentence, or two that belong together ("Two withdrawals in Rome. It wasn't me!"). */
interface Span {
  text: string;
  line: Line;
}

function spansOf(text: string): Span[] {
  const single = sentences(text);
  const pairs = single.slice(1).map((sentence, index) => `${single[index]} ${sentence}`);
  return [...single, ...pairs].map((part) => ({ text: part, line: lineOf(withApostrophes(part)) }));
}

function inPhrases(spans: readonly Span[], topic: Topic): Evidence {
  return strongest(spans, 'topic-phrase', (line) => topic.phrases.map((phrase) => findPhrase(phrase, line)), PHRASE);
}

function inMeaning(spans: readonly Span[], topic: Topic): Evidence {
  return conceptsOf(topic)
    .map((concept) => strongest(spans, 'topic-meaning', (line) => findRows(concept.rows, line), weightsOf(concept)))
    .reduce((a, b) => (b.score > a.score ? b : a), NONE);
}

function strongest(
  spans: readonly Span[],
  detector: Evidence['detector'],
  find: (line: Line) => (Place | null)[],
  weights: Record<Judgement, number>,
): Evidence {
  let best: Evidence = { ...NONE, detector };
  for (const { text, line } of spans) {
    for (const place of find(line)) {
      if (!place) continue;
      const judged = judge(line, place.start, place.end, { ownWord: detector === 'topic-phrase' });
      const score = weights[judged];
      if (score > best.score) best = { score, evidence: clipped(text), detector };
    }
  }
  return best;
}

function inExamples(text: string, likeness: Likeness | undefined): Evidence {
  if (!likeness) return NONE;
  const line = lineOf(text);
  const judged = judge(line, 0, 0);
  const weight =
    judged === 'asked' || judged === 'wondered' || judged === 'imagined' || judged === 'harmless' ? 0.75 : 1;
  const example = judge(lineOf(likeness.example), 0, 0);
  const score = Math.min(1, likeness.score * 1.15) * (example === judged ? 1 : weight);
  return { score, evidence: clipped(text), detector: 'topic-example' };
}

const touched = new WeakMap<Topic, readonly Concept[]>();

/** The general matters a topic is about: its words touch them, or its examples say them. */
function conceptsOf(topic: Topic): readonly Concept[] {
  const known = touched.get(topic);
  if (known) return known;
  const named = [topic.id.replaceAll(/[_-]/g, ' '), topic.description, ...topic.phrases].map(lineOf);
  const told = [...topic.examples, ...topic.phrases].map(lineOf);
  const own = CONCEPTS.filter(({ id }) => id === topic.id);
  const byName = CONCEPTS.filter(({ touches }) => named.some((line) => where(touches, line)));
  const byWords = CONCEPTS.filter(({ rows }) => told.some((line) => findRow(rows, line)));
  const found = [own, byName, byWords].find((concepts) => concepts.length > 0) ?? [];
  touched.set(topic, found);
  return found;
}
