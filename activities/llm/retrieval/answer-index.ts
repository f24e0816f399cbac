/**
 * Finds the answer to a question in a business's knowledge and says how likely it is the right one. Answers of one
 * language are searched by themselves; meaning is compared where the embedder speaks both the question's language and
 * theirs, words and letters everywhere.
 */
import type { Answer } from '../../../domain/knowledge';
import { fold } from '../../signals/folding';
import { AnswerGroup, type Candidate, type Evidence, FEW_NEIGHBOURS, phrasesOf } from './answer-group';
import { BACKGROUND } from './background';
import { confidenceOf, type Fitted } from './confidence';
import { type Embedder, speaks } from './embedder';
import { type LanguageMiddles, languageMiddles, moved } from './language-middles';
import { embedKept } from './vector-cache';

export interface Found {
  /** Best first, all of one language. */
  candidates: Candidate[];
  /** 0 to 1, that the first candidate answers the question. */
  confidence: number;
  /** Share of the question's weight in words that the first candidate has. */
  covered: number;
  /** A short question with a word that the knowledge of its language says nowhere. */
  strange: boolean;
}

export interface IndexOptions {
  embedder: Embedder | null;
  /** Vectors are kept there. */
  dataDir?: string;
}

/** Of two languages with an answer, the customer's own is taken unless the other is this much surer. */
const OWN_LANGUAGE = 0.25;
/** As sure as this by words alone, the answer is among the first few anyway: a reader needs no meaning computed. */
const PLAIN_BY_WORDS = 0.3;
/** As sure as this by shared words, an answer in another language needs no meaning. */
const SURE_BY_WORDS = 0.5;

interface Group {
  language: string;
  /** By words and letters. */
  written: AnswerGroup;
  /** By meaning as well; null where no embedder speaks the language. */
  meant: AnswerGroup | null;
}

/** Vietnamese without its diacritics is noise to every embedder known here, while its letters still tell. */
function isSpelledOut(question: string, language: string): boolean {
  return !language.startsWith('vi') || fold(question) !== question.toLowerCase().replace(/\s+/g, ' ').trim();
}

export class AnswerIndex {
  private constructor(
    private readonly groups: readonly Group[],
    private readonly embedder: Embedder | null,
    private readonly middles: LanguageMiddles,
  ) {}

  static async build(knowledge: readonly Answer[], { embedder, dataDir }: IndexOptions): Promise<AnswerIndex> {
    const languages = [...new Set(knowledge.map(({ language }) => language))];
    const groups = languages.map((language) => {
      const answers = knowledge.filter((answer) => answer.language === language);
      return { language, answers, phrases: phrasesOf(answers).map(({ text }) => text) };
    });
    const spoken = groups.filter(({ language }) => embedder && speaks(embedder, language));
    const texts = [...BACKGROUND, ...spoken.flatMap(({ phrases }) => phrases)];
    // Without vectors the words still find most answers; the next start tries again.
    const vectors = embedder && spoken.length > 0 ? await embedKept(embedder, texts, dataDir).catch(() => null) : null;
    let taken = BACKGROUND.length;
    const built = groups.map((group): Group => {
      const { language, answers, phrases } = group;
      const written = new AnswerGroup(answers, null);
      if (!vectors || !spoken.includes(group)) return { language, written, meant: null };
      const own = vectors.slice(taken, taken + phrases.length);
      taken += phrases.length;
      return { language, written, meant: new AnswerGroup(answers, own, vectors.slice(0, BACKGROUND.length)) };
    });
    const across = embedder?.family === 'multilingual' && vectors !== null;
    const middles: LanguageMiddles = across ? await languageMiddles(embedder, dataDir) : new Map();
    return new AnswerIndex(built, vectors ? embedder : null, middles);
  }

  async search(question: string, language: string, signal?: AbortSignal): Promise<Found> {
    const [found] = await this.searchAll([question], language, signal);
    return found ?? { candidates: [], confidence: 0, covered: 0, strange: false };
  }

  /** Several questions at once, which an embedder answers quicker than one by one. */
  async searchAll(questions: readonly string[], language: string, signal?: AbortSignal): Promise<Found[]> {
    const vectors = await this.vectorsOf(questions, language, signal);
    return questions.map((question, index) => this.best(question, language, vectors?.[index] ?? null));
  }

  /**
   * The answers worth reading about these questions, in every language of the knowledge, the likeliest first and at most
   * `limit` a question: for a reader who decides for himself which of them answer.
   */
  async passages(
    questions: readonly string[],
    language: string,
    { limit, signal }: { limit: number; signal?: AbortSignal },
  ): Promise<Answer[]> {
    const byWords = questions.map((question) => this.ranked(question, language, null));
    const doubtful = questions.filter((_, index) => (byWords[index]?.confidence ?? 0) < PLAIN_BY_WORDS);
    const vectors = doubtful.length > 0 ? await this.vectorsOf(doubtful, language, signal) : null;
    const found = questions.flatMap((question, index) => {
      const vector = vectors?.[doubtful.indexOf(question)] ?? null;
      const answers = (vector ? this.ranked(question, language, vector) : byWords[index])?.answers ?? [];
      return answers.slice(0, limit).map((answer, place) => ({ answer, place }));
    });
    // The first of each question before the second of any.
    found.sort((a, b) => a.place - b.place);
    return [...new Set(found.map(({ answer }) => answer))];
  }

  /** Every group's answers in one order, and how sure the surest group is of its first. */
  private ranked(
    question: string,
    language: string,
    vector: Float32Array | null,
  ): { answers: Answer[]; confidence: number } {
    const found = this.groups.map((group) => ({
      own: group.language === language,
      ...this.searchGroup(group, question, language, vector, FEW_NEIGHBOURS),
    }));
    const ranked = found.flatMap((each) => ranking(each, each.own ? OWN_LANGUAGE : 0));
    ranked.sort((a, b) => b.worth - a.worth);
    return {
      answers: ranked.map(({ answer }) => answer),
      confidence: Math.max(0, ...found.map(({ confidence }) => confidence)),
    };
  }

  private async vectorsOf(
    questions: readonly string[],
    language: string,
    signal?: AbortSignal,
  ): Promise<Float32Array[] | null> {
    const asked = this.embedder && speaks(this.embedder, language) ? this.embedder : null;
    const reader = this.groups.find((group) => group.language === language) ?? this.groups[0];
    const texts = questions.map((question) => reader?.written.read(question).text ?? question);
    // A failing embedder costs certainty, not the answer.
    const vectors = asked ? await asked.embed(texts, 'query', signal).catch(() => null) : null;
    signal?.throwIfAborted();
    return vectors;
  }

  private best(question: string, language: string, vector: Float32Array | null): Found {
    const none: Found = { candidates: [], confidence: 0, covered: 0, strange: false };
    const own = this.groups.find((group) => group.language === language);
    const found = own && this.searchGroup(own, question, language, vector);
    // Nothing can be surer by so much.
    if (found && found.confidence + OWN_LANGUAGE >= 1) return found;
    const others = this.groups
      .filter((group) => group !== own)
      // Where his own language tells as much, an answer told in the other alone is rarer than a wrong one: by words only.
      .map((group) => this.searchGroup(group, question, language, tellsAsMuch(own, group) ? null : vector))
      .sort((a, b) => b.confidence - a.confidence);
    const [other = none] = others;
    return found && found.confidence + OWN_LANGUAGE >= other.confidence ? found : other;
  }

  private searchGroup(
    group: Group,
    question: string,
    language: string,
    asked: Float32Array | null,
    neighbours?: number,
  ): Found {
    // Vietnamese typed without marks is taken for other languages at times; English has none to miss.
    const spelled =
      isSpelledOut(question, language) && (sameLanguage(language, 'en') || isSpelledOut(question, group.language));
    const vector = spelled ? asked : null;
    const meant = vector && group.meant;
    if (meant && sameLanguage(group.language, language))
      return foundBy(meant.search(meant.read(question), vector, neighbours), this.embedder?.family ?? 'none');
    const found = foundBy(group.written.search(group.written.read(question), null, neighbours), 'none');
    if (!meant || this.embedder?.family !== 'multilingual') return found;
    const across = foundBy(
      meant.searchAcross(moved(vector, this.middles, language, group.language), neighbours),
      'across',
    );
    // Words that two languages share, such as names, count where they are enough by themselves.
    const byWords = found.confidence > Math.max(across.confidence, SURE_BY_WORDS);
    return byWords ? found : { ...across, covered: 0 };
  }
}

function tellsAsMuch(own: Group | undefined, other: Group): boolean {
  return own !== undefined && 2 * own.written.answers.length >= other.written.answers.length;
}

/** `en` and `en-gb` are. */
const sameLanguage = (one: string, other: string) => one.split('-')[0] === other.split('-')[0];

function foundBy(evidence: Evidence, fitted: Fitted): Found {
  const { candidates, values, strange = false } = evidence;
  return { candidates, confidence: confidenceOf(evidence, fitted), covered: values.covered, strange };
}

/** Each candidate's part of its group's confidence. */
function ranking({ candidates, confidence }: Found, bonus: number): { answer: Answer; worth: number }[] {
  const most = candidates[0]?.score || 1;
  return candidates.map(({ answer, score }) => ({ answer, worth: (confidence * score) / most + bonus }));
}
