/**
 * Answers what one message asks: one question, or several, which are all answered or none, because half an answer hides
 * the other half. In the grey band it asks one question back instead.
 */
import { fold } from '../signals/folding';
import type { DraftRequest } from './answerer';
import { lacksWhatIsAsked } from './asked-kind';
import { isBare, pointsBack } from './bare-question';
import { hoursReply, UNLISTED_HOLIDAY } from './hours/hours-reply';
import { cannot, type Reply, reply, whichOne } from './offline-reply';
import { questionsIn } from './questions';
import type { Found } from './retrieval/answer-index';
import { isAboutAnotherDeed } from './rival-deeds';
import { withoutGreeting } from './small-talk';

export type Search = (questions: readonly string[], language: string) => Promise<Found[]>;

interface Means {
  search: Search;
  now: Date;
}

/** What computed hours are worth: the question was understood word for word. */
const COMPUTED = 0.95;
/** From here to the threshold, one question may tell apart what is close. */
const WORTH_ASKING = 0.3;
/** A rival with this share of the first one's votes makes it doubtful. */
const RIVAL = 0.4;
const MOST_QUESTIONS = 4;
/** A question that names nothing is answered by itself only where it is this sure. */
const SURE_THOUGH_BARE = 0.93;
const BARE_DOUBT = 0.6;
/** What an answer is worth that is about another deed with the same thing, or tells nothing of what is asked for. */
const RIVAL_DOUBT = 0.6;
/**
 * Of businesses' own examples, asked by turns, nine in ten of the answers above the threshold were right, but three in four
 * where a short question had a word that the knowledge says nowhere: such a one must be surer.
 */
const STRANGE_DOUBT = 0.9;
/** Half of what "and" joins is less than a question: it must stand out to count as a matter of its own. */
const SURE_FRAGMENT = 0.85;

/** An unsure question with this share of its words in the answer of the others is about the same. */
const SAME_MATTER = 0.7;
/** A sure one needs less; with none it is another matter that sounds alike. */
const SURE_MATTER = 0.45;

/** One question and what was found for it. */
interface Answered {
  reply: Reply;
  found: Found;
}

export async function answerAll(request: DraftRequest, means: Means): Promise<Reply> {
  const { questions, fragments } = questionsIn(request.message);
  const whole = withoutGreeting(request.message);
  const parts = [...questions, ...fragments].filter((part) => part !== whole);
  const [first, ...rest] = await answerEach([whole, ...parts], request, means);
  if (!first) return cannot(request, 0, 'nothing was asked');
  const asked = questions.length === 1 && questions[0] === whole ? [first] : rest.slice(0, questions.length);
  if (questions.length > 1) return several(request, first, asked);
  const [part] = asked;
  const one = part && part !== first && pointsBack(questions[0] ?? '') ? first : surer(first, part);
  return together(request, one, rest.slice(rest.length - fragments.length)) ?? one.reply;
}

async function answerEach(
  questions: readonly string[],
  request: DraftRequest,
  { search, now }: Means,
): Promise<Answered[]> {
  const found = await search(questions, request.language);
  return questions.map((question, index) => {
    const candidates = found[index] ?? { candidates: [], confidence: 0, covered: 0, strange: false };
    return { reply: answerOne(question, candidates, request, now), found: candidates };
  });
}

function answerOne(question: string, found: Found, request: DraftRequest, now: Date): Reply {
  const { business, language, clarifyAsked } = request;
  const [first] = found.candidates;
  // "How much is it?" is an answer's only where that is asked in these very words.
  const doubt = isBare(question) && found.confidence < SURE_THOUGH_BARE ? BARE_DOUBT : 1;
  const besides = first && (isAboutAnotherDeed(question, first.answer) || lacksWhatIsAsked(question, first.answer));
  const rival = besides ? RIVAL_DOUBT : 1;
  const unsaid = found.strange ? STRANGE_DOUBT : 1;
  const confidence = found.confidence * doubt * rival * unsaid;
  const sure = first !== undefined && confidence >= business.handoff.confidence;
  const hours = hoursReply(question, language, business, now);
  if (hours === UNLISTED_HOLIDAY && !(first && namesHolidays(first.answer.text)))
    return cannot(request, 0.3, 'a holiday the business does not list');
  if (hours !== null && hours !== UNLISTED_HOLIDAY && !(hours.general && sure))
    return reply(hours.text, hours.language, COMPUTED, [{ title: hours.source, quote: hours.text }]);
  if (!first) return cannot(request, 0, 'nothing found');
  if (sure) {
    const { title, text } = first.answer;
    return reply(text, first.answer.language, confidence, [{ title, quote: text }]);
  }
  const titles = rivals(found);
  if (titles.length > 1 && confidence >= WORTH_ASKING && !clarifyAsked && business.handoff.clarifyOnce)
    return whichOne(request, titles, confidence);
  return cannot(request, confidence, 'not sure enough');
}

/** Titles with different answers that the question may be about, the likeliest first. */
function rivals({ candidates }: Found): string[] {
  const [first] = candidates;
  if (!first) return [];
  const close = candidates.filter(({ score }) => score >= first.score * RIVAL);
  const different = close.filter(
    ({ answer }, index) => close.findIndex((one) => one.answer.text === answer.text) === index,
  );
  return different.slice(0, 3).map(({ answer }) => answer.title);
}

function namesHolidays(text: string): boolean {
  return /\b(?:tet|holidays?|christmas|xmas|noel|new year|ngay le|nghi le|le tet)\b/.test(fold(text));
}

/** A question inside a story is often found better by itself; never another answer than the whole gives. */
function surer(whole: Answered, part: Answered | undefined): Answered {
  if (!part || part.reply.confidence <= whole.reply.confidence) return whole;
  const same = titleOf(part) !== undefined && titleOf(part) === titleOf(whole);
  return same || isComputed(part) ? part : whole;
}

function several(request: DraftRequest, whole: Answered, parts: readonly Answered[]): Reply {
  const titles = new Set(parts.map((part) => (isComputed(part) ? part.reply.text : titleOf(part))));
  // Said twice in other words; "do you also rent kayaks?" after bikes is another matter, however alike it is.
  const same =
    titles.size === 1 &&
    parts.every((part) => part.found.covered >= (isSure(part, request) ? SURE_MATTER : SAME_MATTER));
  if (same) return [whole, ...parts].reduce(better).reply;
  const sound = titles.size > 1 && parts.length <= MOST_QUESTIONS && parts.every((part) => isSure(part, request));
  if (!sound) {
    const least = Math.min(whole.reply.confidence, ...parts.map(({ reply: { confidence } }) => confidence));
    return cannot(request, least, 'one of several questions has no sure answer');
  }
  return joined(parts);
}

/** "Breakfast and parking": both where both are sure and differ; null where "and" joined no two matters. */
function together(request: DraftRequest, one: Answered, fragments: readonly Answered[]): Reply | null {
  const titles = new Set(fragments.map(titleOf));
  if (titles.size < 2 || titles.size !== fragments.length) return null;
  if (!fragments.every((part) => isSure(part, request) && part.reply.confidence >= SURE_FRAGMENT)) return null;
  return titles.has(titleOf(one)) || !isSure(one, request) ? joined(fragments) : null;
}

function joined(parts: readonly Answered[]): Reply {
  const different = parts.filter(
    ({ reply: { text } }, index) => parts.findIndex((part) => part.reply.text === text) === index,
  );
  const text = different.map((part) => part.reply.text).join('\n\n');
  const confidence = Math.min(...parts.map((part) => part.reply.confidence));
  const citations = different.flatMap((part) => part.reply.citations);
  return reply(text, parts[0]?.reply.language ?? 'en', confidence, citations);
}

const titleOf = ({ found }: Answered) => found.candidates[0]?.answer.title;
const isComputed = ({ reply: { citations }, found }: Answered) =>
  citations.length > 0 && !found.candidates.some(({ answer }) => answer.title === citations[0]?.title);
const isSure = ({ reply: { confidence, intent } }: Answered, { business }: DraftRequest) =>
  intent === 'answer' && confidence >= business.handoff.confidence;
const better = (a: Answered, b: Answered) => (b.reply.confidence > a.reply.confidence ? b : a);
