/**
 * Finds the answer to a question in a business's knowledge and says how likely it is the right one. Answers of one
 * language are searched by themselves; meaning is compared where the embedder speaks both the question's language and
 * theirs, words and letters everywhere.
 */
import type { Answer } from '../../../domain/knowledge';
import { fold } from '../../signals/folding';
import { AnswerGroup, type Candidate, phrasesOf } from './answer-group';
import { BACKGROUND } from './background';
import { confidenceOf, type Family } from './confidence';
import { type Embedder, speaks } from './embedder';
import { embedKept } from './vector-cache';

export interface Found {
  /** Best first, all of one language. */
  candidates: Candidate[];
  /** 0 to 1, that the first candidate answers the question. */
  confidence: number;
}

export interface IndexOptions {
  embedder: Embedder | null;
  /** Vectors are kept there. */
  dataDir?: string;
}

/** Of two languages with an answer, the customer's own is taken unless the other is this much surer. */
const OWN_LANGUAGE = 0.25;

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
    return new AnswerIndex(built, vectors ? embedder : null);
  }

  async search(question: string, language: string, signal?: AbortSignal): Promise<Found> {
    const [found] = await this.searchAll([question], language, signal);
    return found ?? { candidates: [], confidence: 0 };
  }

  /** Several questions at once, which an embedder answers quicker than one by one. */
  async searchAll(questions: readonly string[], language: string, signal?: AbortSignal): Promise<Found[]> {
    const asked = this.embedder && speaks(this.embedder, language) ? this.embedder : null;
    const reader = this.groups.find((group) => group.language === language) ?? this.groups[0];
    const texts = questions.map((question) => reader?.written.read(question).text ?? question);
    // A failing embedder costs certainty, not the answer.
    const vectors = asked ? await asked.embed(texts, 'query', signal).catch(() => null) : null;
    signal?.throwIfAborted();
    return questions.map((question, index) => this.best(question, language, vectors?.[index] ?? null));
  }

  private best(question: string, language: string, vector: Float32Array | null): Found {
    const none: Found = { candidates: [], confidence: 0 };
    const isOwn = (group: Group) => group.language === language;
    const own = this.groups.filter(isOwn).map((group) => this.searchGroup(group, question, vector, true))[0];
    // Nothing can be surer by so much.
    if (own && own.confidence + OWN_LANGUAGE >= 1) return own;
    const others = this.groups
      .filter((group) => !isOwn(group))
      .map((group) => this.searchGroup(group, question, vector, false))
      .sort((a, b) => b.confidence - a.confidence);
    const [other = none] = others;
    return own && own.confidence + OWN_LANGUAGE >= other.confidence ? own : other;
  }

  private searchGroup(group: Group, question: string, vector: Float32Array | null, own: boolean): Found {
    const meant = vector && isSpelledOut(question, group.language) ? group.meant : null;
    const used = meant ?? group.written;
    const family: Family = meant ? (this.embedder?.family ?? 'none') : 'none';
    const evidence = used.search(used.read(question), meant ? vector : null);
    const found = { candidates: evidence.candidates, confidence: confidenceOf(evidence, family) };
    if (own || !vector || !meant || family !== 'multilingual') return found;
    const across = meant.searchAcross(vector);
    const sure = confidenceOf(across, family);
    return sure > found.confidence ? { candidates: across.candidates, confidence: sure } : found;
  }
}
