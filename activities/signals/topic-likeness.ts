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

/** A question of the knowledge or an example of a topic. */
interface Known {
  text: string;
  words: ReadonlySet<string>;
  /** Of all its words. */
  weight: number;
}

interface Vocabulary {
  rarity: Map<string, number>;
  most: number;
  known: readonly Known[];
  /** Where a word stands among the known. */
  places: ReadonlyMap<string, readonly number[]>;
  /** The first so many are ordinary questions, then come the examples, topic by topic. */
  ordinary: number;
}

const made = new WeakMap<readonly Answer[], Map<string, Vocabulary>>();

/** The likeness of the text to each topic, by topic. */
export function likenesses(text: string, topics: readonly Topic[], knowledge: readonly Answer[]): Map<Topic, Likeness> {
  const vocabulary = vocabularyOf(topics, knowledge);
  const scores = scoresOf(text, vocabulary);
  let ordinary = 0;
  for (const [place, score] of scores) if (place < vocabulary.ordinary) ordinary = Math.max(ordinary, score);
  let from = vocabulary.ordinary;
  return new Map(
    topics.map((topic) => {
      const of = topic.examples.map((example, index) => ({ example, score: scores.get(from + index) ?? 0 }));
      from += of.length;
      return [topic, nearest(of, ordinary)];
    }),
  );
}

function nearest(examples: readonly Likeness[], ordinary: number): Likeness {
  let best: Likeness = { score: 0, example: '' };
  for (const { score, example } of examples)
    if (score > best.score) best = { score: score > ordinary ? score : score * 0.8, example };
  return best;
}

const stems = remembered((text: string): ReadonlySet<string> => new Set(contentWords(text).map(stem)));
const square = (word: string, { rarity, most }: Pick<Vocabulary, 'rarity' | 'most'>) => (rarity.get(word) ?? most) ** 2;

/** By place, for what has words enough in common with the text. */
function scoresOf(text: string, vocabulary: Vocabulary): Map<number, number> {
  let own = 0;
  const shared = new Map<number, { words: number; weight: number }>();
  for (const word of stems(text)) {
    const weight = square(word, vocabulary);
    own += weight;
    for (const place of vocabulary.places.get(word) ?? []) {
      const before = shared.get(place) ?? { words: 0, weight: 0 };
      shared.set(place, { words: before.words + 1, weight: before.weight + weight });
    }
  }
  const scores = new Map<number, number>();
  for (const [place, { words, weight }] of shared) {
    const known = vocabulary.known[place] as Known;
    if (words < Math.min(LEAST_SHARED, known.words.size)) continue;
    const whole = Math.sqrt(own * known.weight);
    scores.set(place, 0.5 * (whole > 0 ? weight / whole : 0) + 0.5 * textSimilarity(text, known.text));
  }
  return scores;
}

function vocabularyOf(topics: readonly Topic[], knowledge: readonly Answer[]): Vocabulary {
  const byTopics = made.get(knowledge) ?? new Map<string, Vocabulary>();
  made.set(knowledge, byTopics);
  const key = JSON.stringify(topics.map(({ examples }) => examples));
  const found = byTopics.get(key) ?? vocabularyFrom(topics, knowledge);
  byTopics.set(key, found);
  return found;
}

function vocabularyFrom(topics: readonly Topic[], knowledge: readonly Answer[]): Vocabulary {
  const ordinary = knowledge.flatMap(({ title, questions }) => [title, ...questions]);
  const texts = [...ordinary, ...topics.flatMap(({ examples }) => examples)];
  const rarity = rarityIn(texts);
  const places = new Map<string, number[]>();
  const known = texts.map((text, place): Known => {
    const words = stems(text);
    for (const word of words) places.set(word, [...(places.get(word) ?? []), place]);
    return { text, words, weight: [...words].reduce((sum, word) => sum + square(word, rarity), 0) };
  });
  return { ...rarity, known, places, ordinary: ordinary.length };
}

function rarityIn(texts: readonly string[]): { rarity: Map<string, number>; most: number } {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of stems(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const rare = (count: number) => Math.log(1 + (texts.length + 1) / (count + 0.5));
  return { rarity: new Map([...counts].map(([word, count]) => [word, rare(count)])), most: rare(0) };
}
