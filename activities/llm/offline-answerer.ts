/**
 * The answerer without a model: it finds the business's own answer and sends it word for word, computes opening hours
 * from what the business set, or says by a low confidence that it has no answer. It writes no sentence about the
 * business itself.
 */
import type { Answerer, DraftRequest, DraftStep } from './answerer';
import { chosen } from './choice';
import { visibleText } from './hidden-values';
import { answerAll, type Search } from './offline-questions';
import { cannot, type Reply, reply } from './offline-reply';
import { matchTool, type ToolMatch, toolCall, toolReply } from './offline-tools';
import { sentence } from './phrases-of-ours';
import { questionsIn } from './questions';
import { AnswerIndex, type IndexOptions } from './retrieval/answer-index';
import { type SmallTalk, smallTalkIn } from './small-talk';

/** As like a tool's example question as this, a message asks for that look-up. */
const ASKS_TOOL = 0.5;

export interface OfflineAnswerer extends Answerer {
  /** Reads and embeds a business's knowledge ahead of its first question. */
  prepare(business: DraftRequest['business']): Promise<void>;
}

export function createOfflineAnswerer(
  options: IndexOptions & { now?: () => Date } = { embedder: null },
): OfflineAnswerer {
  const indexes = new WeakMap<DraftRequest['business']['knowledge'], Promise<AnswerIndex>>();
  const indexOf = ({ knowledge }: DraftRequest['business']) => {
    const made = indexes.get(knowledge) ?? AnswerIndex.build(knowledge, options);
    indexes.set(knowledge, made);
    return made;
  };
  const now = options.now ?? (() => new Date());
  return {
    name: 'offline',
    async draft(request, { signal }) {
      const search: Search = async (questions, language) =>
        (await indexOf(request.business)).searchAll(questions, language, signal);
      return draftOffline(request, { search, now: now() });
    },
    async prepare(business) {
      await indexOf(business);
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
  return answerAll(request, means);
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
  const general = await answerAll(request, means);
  if (general.confidence >= request.business.handoff.confidence && general.confidence > match.score) return general;
  if (request.clarifyAsked) return cannot(request, 0.2, 'no id given');
  const { text, language } = sentence('askId', [request.language, ...request.business.languages]);
  return { ...reply(text, language, 0.6), intent: 'clarify' };
}
