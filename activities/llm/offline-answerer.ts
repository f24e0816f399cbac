/**
 * The answerer without a model: it finds the business's own answer and sends it word for word, computes opening hours
 * from what the business set, or says by a low confidence that it has no answer. It writes no sentence about the
 * business itself.
 */
import type { Answerer, DraftRequest, DraftStep } from './answerer';
import { chosen } from './choice';
import { followedUp } from './follow-up';
import { visibleText } from './hidden-values';
import { answerAll, type Search } from './offline-questions';
import { cannot, type Reply, reply } from './offline-reply';
import { matchTool, type ToolMatch, toolCall, toolReply } from './offline-tools';
import { sentence } from './phrases-of-ours';
import { questionsIn } from './questions';
import type { IndexOptions } from './retrieval/answer-index';
import { createLibrary, type Library } from './retrieval/library';
import { type SmallTalk, smallTalkIn } from './small-talk';

/** As like a tool's example question as this, a message asks for that look-up. */
const ASKS_TOOL = 0.5;
/** What the last answer is worth again: all that was asked stands in it. */
const FOLLOWED = 0.8;

export interface OfflineAnswerer extends Answerer {
  /** Where it looks things up; a language model takes its passages there too. */
  readonly library: Library;
  /** Reads and embeds a business's knowledge ahead of its first question. */
  prepare(business: DraftRequest['business']): Promise<void>;
}

export function createOfflineAnswerer(
  options: IndexOptions & { now?: () => Date } = { embedder: null },
): OfflineAnswerer {
  const library = createLibrary(options);
  const now = options.now ?? (() => new Date());
  return {
    name: 'offline',
    library,
    async draft(request, { signal }) {
      const search: Search = async (questions, language) =>
        (await library.indexOf(request.business.knowledge)).searchAll(questions, language, signal);
      return draftOffline(request, { search, now: now() });
    },
    async prepare(business) {
      await library.indexOf(business.knowledge);
    },
  };
}

/** By words and letters alone. */
export const offlineAnswerer = createOfflineAnswerer();

interface Means {
  search: Search;
  now: Date;
}

async function draftOffline(asked: DraftRequest, means: Means): Promise<DraftStep> {
  const { text: message, hidden, language = asked.language } = visibleText(asked.message);
  const request = { ...asked, message, language };
  if (hidden && message === '') return courtesy('hidden', request);
  const talk = smallTalkIn(message);
  if (talk) return courtesy(talk, request);
  const outcome = request.toolResults.at(-1);
  if (outcome) return afterTool(request, outcome, means);
  const choice = afterChoice(request);
  if (choice) return choice;
  const tool = matchTool(request.business, message);
  if (tool && (await asksForTool(tool, request, means))) return useTool(tool, request, means);
  return goingOn(request, await answerAll(request, means));
}

/** A question that goes on from the last answer, where it is not sure by itself. */
function goingOn(request: DraftRequest, alone: Reply): Reply {
  if (alone.intent === 'answer' && alone.confidence >= request.business.handoff.confidence) return alone;
  const answer = followedUp(request);
  if (!answer) return alone;
  return reply(answer.text, answer.language, FOLLOWED, [{ title: answer.title, quote: answer.text }]);
}

function courtesy(which: SmallTalk | 'hidden', { language, business }: DraftRequest): Reply {
  const { text, language: used } = sentence(which, [language, ...business.languages], { name: business.name });
  return reply(text, used, 0.97);
}

async function afterTool(
  request: DraftRequest,
  outcome: DraftRequest['toolResults'][number],
  means: Means,
): Promise<Reply> {
  const said = toolReply(request, outcome);
  if (!said) return cannot(request, 0, 'tool failed');
  const looked = reply(said.text, said.language, 0.95, [{ title: outcome.name, quote: '' }]);
  const others = questionsIn(request.message).questions.filter((part) => !isAbout(part, outcome.name, request));
  if (others.length === 0) return looked;
  const rest = await answerAll({ ...request, message: others.join(' '), clarifyAsked: true }, means);
  if (rest.intent !== 'answer' || rest.confidence < request.business.handoff.confidence)
    return cannot(request, rest.confidence, 'one of several questions has no sure answer');
  const confidence = Math.min(looked.confidence, rest.confidence);
  return reply(`${looked.text}\n\n${rest.text}`, said.language, confidence, [...looked.citations, ...rest.citations]);
}

/** A question that the look-up answered: it has the id, or is like what the look-up is for. */
function isAbout(part: string, tool: string, { business }: DraftRequest): boolean {
  const match = matchTool(business, part);
  return match?.tool.name === tool && (match.id !== null || match.score >= ASKS_TOOL);
}

/** The customer chose among the titles we offered last. */
function afterChoice({ dialogue, message, business }: DraftRequest): Reply | null {
  const last = dialogue.findLast(({ from }) => from !== 'customer');
  const titles = last ? chosen(message, last.text) : [];
  const answers = titles.flatMap((title) => business.knowledge.filter((answer) => answer.title === title));
  const [first] = answers;
  if (!first || answers.length !== titles.length) return null;
  const citations = answers.map(({ title, text }) => ({ title, quote: text }));
  return reply(answers.map(({ text }) => text).join('\n\n'), first.language, 0.95, citations);
}

async function asksForTool(match: ToolMatch, request: DraftRequest, { search }: Means): Promise<boolean> {
  if (match.score >= ASKS_TOOL) return true;
  if (match.id === null) return false;
  // An id by itself is the answer to our question, or a question about that id; with other words they decide.
  const asked = request.dialogue.findLast(({ from }) => from !== 'customer');
  const weAsked =
    asked !== undefined && asked.text === sentence('askId', [request.language, ...request.business.languages]).text;
  if (weAsked) return true;
  const [found] = await search([request.message], request.language);
  return (found?.confidence ?? 0) < request.business.handoff.confidence;
}

async function useTool(match: ToolMatch, request: DraftRequest, means: Means): Promise<DraftStep> {
  if (match.tool.intent.idPattern === null || match.id !== null) return { kind: 'tools', calls: [toolCall(match)] };
  // A general question ("can I cancel a booking?") may be like the look-up's: a confident answer goes first.
  const general = goingOn(request, await answerAll(request, means));
  if (general.confidence >= request.business.handoff.confidence && general.confidence > match.score) return general;
  if (request.clarifyAsked) return cannot(request, 0.2, 'no id given');
  const { text, language } = sentence('askId', [request.language, ...request.business.languages]);
  return { ...reply(text, language, 0.6), intent: 'clarify' };
}
