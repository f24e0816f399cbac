/**
 * Detector: a topic that always goes to a person. Phrases are strong evidence judged in context (a "fraud-proof
 * wallet" is no fraud report); messages like the topic's examples count by likeness, against the ordinary questions.
 */
import type { Topic } from '../../domain/business';
import type { Signal } from '../../domain/handoff';
import type { Answer } from '../../domain/knowledge';
import { withoutPlaceholders } from '../../redaction';
import { featuresOf, probability } from '../llm/calibration';
import { KnowledgeIndex } from '../llm/knowledge-index';
import { fold, isUnspaced, sentences } from './folding';
import { clipped, ownWords } from './own-words';

const THRESHOLD = 0.6;
/** So like one of a topic's examples, a message counts even if an ordinary answer is nearer as a whole. */
const ALIKE = 0.45;
const MARGIN = 0.2;
/** Less like every single example than this, a message shares no more than small words with the topic. */
const LEAST = 0.3;

/** Words right after a phrase that make it a product or a precaution: "fraud protection", "chargeback policy". */
const MADE_HARMLESS_AFTER =
  /^(?:[- ]?(?:proof|free|resistant|safe|protection|protected|prevention|preventing|insurance|insured|detection|awareness|policy|policies|guide|guidelines?|checklist|training|tips?|museum|movie|film|novel|book|song|game|squad|show|theme|themed|fund|lawyers?|department|team|statistics)|less)\b/;
const MADE_HARMLESS_BEFORE =
  /(?:\b(?:anti|non|no|not|never|without|isn't|wasn't|not a|not an|not about|no signs? of|free of|avoid|avoiding|prevent|preventing|prevents|against|protect(?:s|ed|ion)? (?:\w+ )?(?:from|against)|in case of|khong phai|khong phai la|khong bi|khong|chong|phong chong|phong ngua|tranh|sin|sans|kein|keine|ohne|senza|sem)[- ])$/;
/** Questions about how things are in general. */
const GENERAL =
  /^(?:hi|hello|hey|chao|xin chao|ok|so|and|also|just curious)?[ ,!]*(?:what (?:is|are|does)|what's|how (?:do|does|can) (?:you|your|one|people|the|it)|do you (?:have|offer|sell|provide|accept|handle|know)|does (?:your|the|this|it)|is (?:your|the|this|that|it|there)|are (?:your|the|these|there)|can you (?:explain|define|tell me what)|what happens|i read about|ban co|ben ban co|shop co|khach san co|chinh sach|.{0,40} la gi)\b/;
/** "Can I get it back if I cancel?": nothing has happened. */
const HYPOTHETICAL =
  /^(?:hi |hello |so |and |ok )?(?:will|would|do|could|should) (?:i|we|guests|you) (?:\w+ )?(?:be|get|have to|always|usually|ever|charge)\b|\bwill (?:i|we|there|it|you) (?:\w+ )?(?:be|get|charge)\b|^(?:hi |hello |so |and )?(?:when|at what point) (?:will|would|do|does|is|are) (?:\w+ ){1,4}(?:charged?|billed?|debited)\b|^(?:hi |hello |so |and )?(?:can|could|will|would|do|does|what|how|is it possible|am i)\b.*\b(?:if|in case|when) (?:i|we|my|the|it|something|there|you)\b|^(?:if|in case) (?:i|we|my)\b.*\?|\bneu (?:toi|minh|em|bi|huy|khach).*(?:khong|sao|nao|bao nhieu)|\b(?:ban|ben|khach san|shop|minh) co .{0,40}(?:khong|ko)\b/;
/** Figures of speech with a topic's words in them. */
const IDIOM =
  /\b(?:doi|khat|nong|lanh|buon ngu|ngon|cuoi|dep|re) (?:qua )?muon chet\b|\bcut myself (?:a |some |shaving|cooking|while shaving|while cooking)|\bto die for\b|\b(?:could|would) kill for\b|\bkilling (?:me|it|time)\b|\bsuicide squad\b/;
const PERSONAL =
  /\b(?:i|i'm|i've|i'd|me|my|mine|we|our|us|you (?:took|charged|stole|owe|never|lied|kept|people|guys|have|did|are)|toi|minh|em|tui|mik|cua toi|chung toi|bi|yo|mi|me|nos|je|j'ai|mon|ma|ich|mein\w*|mir|eu|meu|minha|io|mio|mia|saya)\b/;

export function detectSensitiveTopics(text: string, topics: readonly Topic[], knowledge: readonly Answer[]): Signal[] {
  const likeness = topics.length > 0 ? likenessOf(text, indexWith(topics, knowledge)) : null;
  return topics.map((topic) => {
    const phrase = phraseEvidence(text, topic);
    const like = likeness?.id === topic.id ? likeness : { score: 0, evidence: '' };
    const { score, evidence } = phrase.score >= like.score ? phrase : like;
    return {
      reason: 'sensitive_topic' as const,
      topic: topic.id,
      score,
      threshold: THRESHOLD,
      evidence,
      detector: phrase.score >= like.score ? 'topic-phrase' : 'topic-example',
    };
  });
}

interface TopicIndex {
  index: KnowledgeIndex;
  topics: ReadonlySet<Answer>;
}

const indexes = new WeakMap<readonly Answer[], Map<string, TopicIndex>>();

/** Topics and ordinary answers in one index: a message is about the topic if no answer lies nearer. */
function indexWith(topics: readonly Topic[], knowledge: readonly Answer[]): TopicIndex {
  const key = topics.map(({ id }) => id).join();
  const made = indexes.get(knowledge) ?? new Map<string, TopicIndex>();
  indexes.set(knowledge, made);
  let found = made.get(key);
  if (!found) {
    const asAnswers = topics.map(({ id, description, examples }) => {
      return { title: id, questions: examples, text: description, language: '', file: '', line: 0, hash: '' };
    });
    found = { index: new KnowledgeIndex([...knowledge, ...asAnswers]), topics: new Set<Answer>(asAnswers) };
    made.set(key, found);
  }
  return found;
}

function likenessOf(
  text: string,
  { index, topics }: TopicIndex,
): { id: string; score: number; evidence: string } | null {
  const retrieval = index.search(withoutPlaceholders(text), '');
  const folded = fold(text);
  const nearest = [...retrieval.candidates].sort((a, b) => b.example - a.example)[0];
  const [first] = retrieval.candidates;
  if (!first || !nearest || IDIOM.test(folded)) return null;
  const found = topics.has(first.answer) ? first : nearest;
  if (!topics.has(found.answer) || found.example < LEAST) return null;
  const sure =
    found === first ? probability(featuresOf(retrieval)) : found.example >= ALIKE ? found.example + MARGIN : 0;
  const general = GENERAL.test(folded) || HYPOTHETICAL.test(folded);
  return {
    id: found.answer.title,
    score: general ? sure * 0.6 : Math.min(1, sure),
    evidence: clipped(text),
  };
}

function phraseEvidence(text: string, topic: Topic): { score: number; evidence: string } {
  let best = { score: 0, evidence: '' };
  for (const sentence of sentences(text)) {
    const folded = fold(sentence);
    for (const phrase of topic.phrases) {
      const match = phrasePattern(phrase).exec(folded);
      if (!match) continue;
      const score = judge(folded, match.index, match[0]);
      if (score > best.score) best = { score, evidence: ownWords(sentence, match[0]) };
    }
  }
  return best;
}

function judge(sentence: string, start: number, phrase: string): number {
  if (IDIOM.test(sentence)) return 0.3;
  const before = sentence.slice(0, start);
  const after = sentence.slice(start + phrase.length);
  if (MADE_HARMLESS_AFTER.test(after) || MADE_HARMLESS_BEFORE.test(before)) return 0.3;
  if (HYPOTHETICAL.test(sentence)) return 0.5;
  if (PERSONAL.test(sentence))
    return GENERAL.test(sentence) && !PERSONAL.test(sentence.replace(GENERAL, '')) ? 0.5 : 0.95;
  return GENERAL.test(sentence) ? 0.45 : 0.8;
}

/** "Charged my card twice" has the phrase "charged twice". */
const SMALL_WORDS =
  '[- ]+(?:(?:me|us|my|our|your|the|a|it|you|for|credit|debit|bank|card|account|toi|minh|em|cho|bi|cua|the|tai khoan)[- ]+){0,3}';
const patterns = new Map<string, RegExp>();
/** The phrase as folded words, endings of the last one forgiven; scripts without spaces match anywhere. */
function phrasePattern(phrase: string): RegExp {
  const known = patterns.get(phrase);
  if (known) return known;
  const folded = fold(phrase);
  const escaped = folded.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[- ]+/g, SMALL_WORDS);
  const ending = /[a-z]{4}$/.test(folded) ? '(?:s|es|ed|d|ing|er|ers)?' : '';
  const made = isUnspaced(folded)
    ? new RegExp(escaped, 'u')
    : new RegExp(`(?<![\\p{L}\\p{N}])${escaped}${ending}(?![\\p{L}\\p{N}])`, 'u');
  patterns.set(phrase, made);
  return made;
}
