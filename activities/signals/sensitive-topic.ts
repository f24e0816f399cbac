/**
 * Detector: a topic that always goes to a person. Phrases are strong evidence judged in context (a "fraud-proof
 * wallet" is no fraud report); messages like the topic's examples count by likeness, against the ordinary questions.
 */
import type { Topic } from '../../domain/business';
import type { Signal } from '../../domain/handoff';
import type { Answer } from '../../domain/knowledge';
import { fold, isUnspaced, sentences } from './folding';
import { textSimilarity } from './similarity';

const THRESHOLD = 0.6;
/** Likeness to an example from which a message is about the topic, if it is not more like an ordinary question. */
const ALIKE = 0.55;

/** Words right after a phrase that make it a product or a precaution: "fraud protection", "chargeback policy". */
const MADE_HARMLESS_AFTER =
  /^(?:[- ]?(?:proof|free|resistant|safe|protection|protected|prevention|preventing|insurance|insured|detection|awareness|policy|policies|guide|guidelines?|checklist|training|tips?|museum|movie|film|novel|book|song|game|squad|show|theme|themed|fund|lawyers?|department|team|statistics)|less)\b/;
const MADE_HARMLESS_BEFORE =
  /(?:\b(?:anti|non|no|not|never|without|isn't|wasn't|not a|not an|not about|no signs? of|free of|avoid|avoiding|prevent|preventing|prevents|against|protect(?:s|ed|ion)? (?:\w+ )?(?:from|against)|in case of|khong phai|khong phai la|khong bi|khong|chong|phong chong|phong ngua|tranh|sin|sans|kein|keine|ohne|senza|sem)[- ])$/;
/** Questions about how things are in general. */
const GENERAL =
  /^(?:hi|hello|hey|chao|xin chao|ok|so|and|also|just curious)?[ ,!]*(?:what (?:is|are|does)|what's|how (?:do|does|can) (?:you|your|one|people|the|it)|do you (?:have|offer|sell|provide|accept|handle|know)|does (?:your|the|this|it)|is (?:your|the|this|that|it|there)|are (?:your|the|these|there)|can you (?:explain|define|tell me what)|what happens|i read about|ban co|ben ban co|shop co|khach san co|chinh sach|.{0,40} la gi)\b/;
const PERSONAL =
  /\b(?:i|i'm|i've|i'd|me|my|mine|we|our|us|you (?:took|charged|stole|owe|never|lied|kept|people|guys|have|did|are)|toi|minh|em|tui|mik|cua toi|chung toi|bi|yo|mi|me|nos|je|j'ai|mon|ma|ich|mein\w*|mir|eu|meu|minha|io|mio|mia|saya)\b/;

export function detectSensitiveTopics(
  text: string,
  topics: readonly Topic[],
  knowledge: readonly Pick<Answer, 'questions'>[],
): Signal[] {
  let ordinary: number | undefined;
  return topics.map((topic) => {
    const phrase = phraseEvidence(text, topic);
    const example = likestExample(text, topic.examples);
    let likeness = 0;
    if (example.score >= ALIKE) {
      ordinary ??= likestExample(
        text,
        knowledge.flatMap(({ questions }) => questions),
      ).score;
      likeness = example.score > ordinary ? THRESHOLD + (example.score - ALIKE) * 0.8 : example.score * 0.9;
    } else likeness = example.score * 0.9;
    const byPhrase = phrase.score >= likeness;
    return {
      reason: 'sensitive_topic' as const,
      topic: topic.id,
      score: Math.min(1, byPhrase ? phrase.score : likeness),
      threshold: THRESHOLD,
      evidence: byPhrase ? phrase.evidence : example.evidence,
      detector: byPhrase ? 'topic-phrase' : 'topic-example',
    };
  });
}

function phraseEvidence(text: string, topic: Topic): { score: number; evidence: string } {
  let best = { score: 0, evidence: '' };
  for (const sentence of sentences(text)) {
    const folded = fold(sentence);
    for (const phrase of topic.phrases) {
      const match = phrasePattern(phrase).exec(folded);
      if (!match) continue;
      const score = judge(folded, match.index, match[0]);
      if (score > best.score) best = { score, evidence: match[0].trim() };
    }
  }
  return best;
}

function judge(sentence: string, start: number, phrase: string): number {
  const before = sentence.slice(0, start);
  const after = sentence.slice(start + phrase.length);
  if (MADE_HARMLESS_AFTER.test(after) || MADE_HARMLESS_BEFORE.test(before)) return 0.3;
  if (PERSONAL.test(sentence))
    return GENERAL.test(sentence) && !PERSONAL.test(sentence.replace(GENERAL, '')) ? 0.5 : 0.95;
  return GENERAL.test(sentence) ? 0.45 : 0.8;
}

const patterns = new Map<string, RegExp>();
/** The phrase as folded words, endings of the last one forgiven; scripts without spaces match anywhere. */
function phrasePattern(phrase: string): RegExp {
  const known = patterns.get(phrase);
  if (known) return known;
  const folded = fold(phrase);
  const escaped = folded.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[- ]+/g, '[- ]+');
  const ending = /[a-z]{4}$/.test(folded) ? '(?:s|es|ed|d|ing|er|ers)?' : '';
  const made = isUnspaced(folded)
    ? new RegExp(escaped, 'u')
    : new RegExp(`(?<![\\p{L}\\p{N}])${escaped}${ending}(?![\\p{L}\\p{N}])`, 'u');
  patterns.set(phrase, made);
  return made;
}

function likestExample(text: string, examples: readonly string[]): { score: number; evidence: string } {
  let best = { score: 0, evidence: '' };
  for (const example of examples) {
    const score = textSimilarity(text, example);
    if (score > best.score) best = { score, evidence: `like: ${example}` };
  }
  return best;
}
