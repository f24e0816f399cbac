/**
 * The questions of one message. Several that stand side by side must all be answered or none, so they are told apart
 * here: by sentences, and by "and", "also" or a comma before something that is a question by itself.
 */
import { fold, sentences, words } from '../signals/folding';
import { isBare } from './bare-question';
import { smallTalkIn, withoutGreeting } from './small-talk';

/** How a question begins, folded. */
const STARTS =
  /^(?:(?:and|also|but|so|ok|okay|oh|then|plus|please|pls|va|con|the|vay|roi|a|da|hi|hello)[ ,]+)*(?:(?:can|could) you (?:please )?tell me |tell me |(?:i (?:also )?(?:want|would like|need|'d like) to (?:know|ask) )|do you know |cho (?:minh|toi|em) (?:hoi|biet) |cho hoi )?(?:what|what's|whats|when|when's|where|where's|how|how's|who|who's|which|why|whose|do|does|did|is|isn't|are|aren't|was|were|can|could|will|would|should|may|might|am|have|has|any|may gio|bao nhieu|bao lau|bao gio|khi nao|o dau|lam sao|lam the nao|tai sao|sao|co|gia|phi)\b/;
/** Words that make a Vietnamese sentence a question wherever they stand. */
const VIETNAMESE =
  /\b(?:may gio|bao nhieu|bao lau|bao gio|khi nao|o dau|the nao|lam sao|tai sao|vi sao|gi|nao|dau|may|duoc khong|duoc ko|dc ko|dc khong|khong|ko|hong|chua|phai khong|nhi|a)$|\b(?:may gio|bao nhieu|bao lau|bao gio|khi nao|o dau|nhu the nao)\b/;
const JOINTS =
  /\s*(?:,|;)?\s+(?:and also|and|also|plus|as well as|&|và|va|với lại|voi lai|còn|rồi|ngoài ra|ngoai ra|đồng thời)\s+|\s*,\s+/giu;
const MOST_CHARACTERS = 1000;

export interface Asked {
  /** Each of them a question by itself. */
  questions: string[];
  /** What is joined by "and" but is no question alone: "breakfast and parking". */
  fragments: string[];
}

export function questionsIn(message: string): Asked {
  const text = withoutGreeting(message).slice(0, MOST_CHARACTERS);
  const parts = sentences(text)
    .flatMap(splitJoints)
    .map((part) => withoutGreeting(part).trim())
    .filter((part) => words(part).length > 0 && !smallTalkIn(part));
  const questions = withBareOnes(parts.filter(isQuestion));
  return { questions, fragments: questions.length === 1 ? fragmentsOf(questions[0] ?? '') : [] };
}

/** "Do you ship to Huế, and how much is it?" asks one thing: what names nothing belongs to the question before it. */
function withBareOnes(questions: readonly string[]): string[] {
  const whole: string[] = [];
  for (const question of questions) {
    const before = isBare(question) ? whole.pop() : undefined;
    whole.push(before === undefined ? question : `${before} ${question}`);
  }
  return whole;
}

/** A sentence cut wherever both sides are questions. */
function splitJoints(sentence: string): string[] {
  const pieces: string[] = [];
  let rest = sentence;
  for (const joint of sentence.matchAll(JOINTS)) {
    const at = rest.indexOf(joint[0]);
    if (at < 0) continue;
    const left = rest.slice(0, at);
    const right = rest.slice(at + joint[0].length);
    if (!asks(left) || !asks(right)) continue;
    pieces.push(left);
    rest = right;
  }
  return [...pieces, rest];
}

function fragmentsOf(question: string): string[] {
  const pieces = question.split(JOINTS).map((piece) => piece.trim());
  return pieces.length > 1 && pieces.length <= 4 ? pieces.filter((piece) => words(piece).length > 0) : [];
}

function isQuestion(part: string): boolean {
  return /[?？]\s*$/.test(part) || asks(part);
}

function asks(part: string): boolean {
  const folded = fold(part)
    .replace(/[?？!.,;]+$/, '')
    .trim();
  if (words(folded).length < 2) return false;
  return (
    STARTS.test(folded) ||
    VIETNAMESE.test(folded.replace(/ (?:a|ạ|nhi|vay|nhe|shop|ban|em|anh|chi|ad|the|ha|oi)$/g, ''))
  );
}
