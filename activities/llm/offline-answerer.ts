/**
 * The answerer without a model: it finds the business's own answer and sends it word for word, or says by a low
 * confidence that it has none. It never writes a sentence about the business itself.
 */
import type { Business } from '../../domain/business';
import { sentences } from '../signals/folding';
import type { Answerer, DraftRequest, DraftStep } from './answerer';
import { featuresOf, probability } from './calibration';
import { visibleText } from './hidden-values';
import { type Candidate, knowledgeIndex } from './knowledge-index';
import { matchTool, type ToolMatch, toolCall, toolReply } from './offline-tools';
import { sentence } from './phrases-of-ours';
import { type SmallTalk, smallTalkIn, withoutGreeting } from './small-talk';

type Reply = Extract<DraftStep, { kind: 'reply' }>;

/** As like a tool's example question as this, a message asks for that look-up. */
const ASKS_TOOL = 0.5;
/** Between this and the threshold, with rivals close by, one question may tell them apart. */
const WORTH_ASKING = 0.35;
/** A rival this close behind makes the first answer doubtful. */
const RIVAL = 0.85;

export const offlineAnswerer: Answerer = {
  name: 'offline',
  async draft(request) {
    return draftOffline(request);
  },
};

export function draftOffline(asked: DraftRequest): DraftStep {
  const { text: message, hidden, language = asked.language } = visibleText(asked.message);
  const request = { ...asked, message, language };
  if (hidden && message === '') return courtesy('hidden', request);
  const talk = smallTalkIn(message);
  if (talk) return courtesy(talk, request);
  const outcome = request.toolResults.at(-1);
  if (outcome) return afterTool(request, outcome);
  const tool = matchTool(request.business, message);
  if (tool && asksForTool(tool, request)) return useTool(tool, request);
  return answerAll(request);
}

function courtesy(which: SmallTalk | 'hidden', { language, business }: DraftRequest): Reply {
  const { text, language: used } = sentence(which, [language, ...business.languages], { name: business.name });
  return reply(text, used, 0.97);
}

function afterTool(request: DraftRequest, outcome: DraftRequest['toolResults'][number]): Reply {
  const said = toolReply(request, outcome);
  if (!said) return cannot(request, 0, 'tool failed');
  return reply(said.text, said.language, 0.95, [{ title: outcome.name, quote: '' }]);
}

function asksForTool(match: ToolMatch, request: DraftRequest): boolean {
  if (match.score >= ASKS_TOOL) return true;
  if (match.id === null) return false;
  // An id by itself is the answer to our question, or a question about that id; with other words they decide.
  const asked = request.dialogue.findLast(({ from }) => from !== 'customer');
  const weAsked =
    asked !== undefined && asked.text === sentence('askId', [request.language, ...request.business.languages]).text;
  const { candidates, ...rest } = knowledgeIndex(request.business.knowledge).search(request.message, request.language);
  return weAsked || probability(featuresOf({ candidates, ...rest })) < request.business.handoff.confidence;
}

function useTool(match: ToolMatch, request: DraftRequest): DraftStep {
  if (match.tool.intent.idPattern === null || match.id !== null) return { kind: 'tools', calls: [toolCall(match)] };
  // A general question ("can I cancel a booking?") may be like the look-up's: a confident answer goes first.
  const general = answerOne(request, request.message);
  if (general.confidence >= request.business.handoff.confidence && general.confidence > match.score) return general;
  if (request.clarifyAsked) return cannot(request, 0.2, 'no id given');
  const { text, language } = sentence('askId', [request.language, ...request.business.languages]);
  return { ...reply(text, language, 0.6), intent: 'clarify' };
}

/** Several questions in one message are all answered, or none is: half an answer hides the other half. */
function answerAll(request: DraftRequest): Reply {
  const whole = answerOne(request, request.message);
  const parts = sentences(request.message).filter((part) => part.length > 12 && /[?？]$/.test(part));
  if (parts.length < 2 || parts.length > 3) return whole;
  const answers = parts.map((part) => answerOne(request, part));
  const threshold = request.business.handoff.confidence;
  if (answers.some(({ confidence, intent }) => confidence < threshold || intent !== 'answer')) {
    const worst = Math.min(whole.confidence, ...answers.map(({ confidence }) => confidence));
    return cannot(request, worst, 'one of several questions has no sure answer');
  }
  const different = answers.filter((one, index) => answers.findIndex(({ text }) => text === one.text) === index);
  return {
    ...reply(
      different.map(({ text }) => text).join('\n\n'),
      whole.language,
      Math.min(...answers.map((one) => one.confidence)),
    ),
    citations: different.flatMap(({ citations }) => citations),
  };
}

function answerOne(request: DraftRequest, question: string): Reply {
  const { business, language } = request;
  const retrieval = knowledgeIndex(business.knowledge).search(withoutGreeting(question), language);
  const [first, ...others] = retrieval.candidates;
  const second = others.find(({ answer }) => answer.language === first?.answer.language);
  const confidence = probability(featuresOf(retrieval));
  if (!first) return cannot(request, 0, 'nothing found');
  if (confidence >= business.handoff.confidence) {
    const { title, text } = first.answer;
    return reply(text, first.answer.language, confidence, [{ title, quote: text }]);
  }
  const rivals =
    second !== undefined && second.score >= first.score * RIVAL && first.answer.text !== second.answer.text;
  if (rivals && confidence >= WORTH_ASKING && !request.clarifyAsked && business.handoff.clarifyOnce)
    return whichOne(business, language, [first, second], confidence);
  return cannot(request, confidence, 'not sure enough');
}

function whichOne(business: Business, language: string, candidates: readonly Candidate[], confidence: number): Reply {
  const titles = candidates.map(({ answer }) => `“${answer.title}”`).join(', ');
  const { text, language: used } = sentence('whichOne', [language, ...business.languages], { titles });
  return { ...reply(text, used, confidence), intent: 'clarify', caps: ['two answers are close'] };
}

function reply(text: string, language: string, confidence: number, citations: Reply['citations'] = []): Reply {
  return { kind: 'reply', text, language, confidence: rounded(confidence), caps: [], citations, intent: 'answer' };
}

function cannot({ business, language }: DraftRequest, confidence: number, why: string): Reply {
  const { text, language: used } = sentence('cannot', [language, ...business.languages]);
  return { ...reply(text, used, Math.min(confidence, 0.5)), caps: [why], intent: 'cannot' };
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;
