/**
 * How like one of a topic's examples a message is, against the ordinary questions of the knowledge: shared words
 * weighed by how rare they are here, and shared letter groups. An ordinary question that lies nearer wins.
 */
import type { Topic } from '../../domain/business';
import type { Answer } from '../../domain/knowledge';
import { remembered } from './remembered';
import { contentWords, stem, textSimilarity } from './similarity';

export interface Likeness {
  /** 0 to 1 for the nearest example. */
  score: number;
  example: string;
}

/** One word in common is chance. */
const LEAST_SHARED = 2;

interface Vocabulary {
  rarity: Map<string, number>;
  ordinary: readonly string[];
  most: number;
}

const made = new WeakMap<readonly Answer[], Map<string, Vocabulary>>();

/** The likeness of the text to each topic, by topic. */
export function likenesses(text: string, topics: readonly Topic[], knowledge: readonly Answer[]): Map<Topic, Likeness> {
  const vocabulary = vocabularyOf(topics, knowledge);
  const ordinary = Math.max(0, ...vocabulary.ordinary.map((question) => alike(text, question, vocabulary)));
  return new Map(topics.map((topic) => [topic, nearest(text, topic.examples, ordinary, vocabulary)]));
}

function nearest(text: string, examples: readonly string[], ordinary: number, vocabulary: Vocabulary): Likeness {
  let best: Likeness = { score: 0, example: '' };
  for (const example of examples) {
    const score = alike(text, example, vocabulary);
    if (score > best.score) best = { score: score > ordinary ? score : score * 0.8, example };
  }
  return best;
}

const stems = remembered((text: string): ReadonlySet<string> => new Set(contentWords(text).map(stem)));

function alike(text: string, other: string, { rarity, most }: Vocabulary): number {
  const [left, right] = [stems(text), stems(other)];
  const shared = [...left].filter((word) => right.has(word));
  if (shared.length < Math.min(LEAST_SHARED, right.size)) return 0;
  const weight = (word: string) => (rarity.get(word) ?? most) ** 2;
  const sum = (words: Iterable<string>) => [...words].reduce((total, word) => total + weight(word), 0);
  const whole = Math.sqrt(sum(left) * sum(right));
  return 0.5 * (whole > 0 ? sum(shared) / whole : 0) + 0.5 * textSimilarity(text, other);
}

function vocabularyOf(topics: readonly Topic[], knowledge: readonly Answer[]): Vocabulary {
  const byTopics = made.get(knowledge) ?? new Map<string, Vocabulary>();
  made.set(knowledge, byTopics);
  const key = JSON.stringify(topics.map(({ examples }) => examples));
  let found = byTopics.get(key);
  if (!found) {
    const ordinary = knowledge.flatMap(({ title, questions }) => [title, ...questions]);
    found = { ...rarityIn([...ordinary, ...topics.flatMap(({ examples }) => examples)]), ordinary };
    byTopics.set(key, found);
  }
  return found;
}

function rarityIn(texts: readonly string[]): { rarity: Map<string, number>; most: number } {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(contentWords(text).map(stem))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const rare = (count: number) => Math.log(1 + (texts.length + 1) / (count + 0.5));
  return { rarity: new Map([...counts].map(([word, count]) => [word, rare(count)])), most: rare(0) };
}
