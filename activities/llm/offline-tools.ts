/**
 * How the offline answerer uses a business's look-ups: it recognises the question and the id in it, asks once where
 * the id is missing, and answers from the business's templates. It never calls a tool that changes something.
 */
import type { Business, BusinessTool, ToolIntent } from '../../domain/business';
import { fold } from '../signals/folding';
import { textSimilarity } from '../signals/similarity';
import type { DraftRequest, ToolCall, ToolOutcome } from './answerer';

type Asking = BusinessTool & { intent: ToolIntent };

export interface ToolMatch {
  tool: Asking;
  /** Likeness to the tool's example questions, 0 to 1. */
  score: number;
  id: string | null;
}

/** The look-up a message is about, if any: the one with its id in the message first, then the likest. */
export function matchTool(business: Pick<Business, 'tools'>, message: string): ToolMatch | null {
  const matches = business.tools.filter(isAsking).map((tool) => ({
    tool,
    score: Math.max(
      0,
      ...tool.intent.asks.map((ask) => textSimilarity(bare(ask, tool.intent), bare(message, tool.intent))),
    ),
    id: idIn(message, tool.intent),
  }));
  matches.sort((a, b) => Number(b.id !== null) - Number(a.id !== null) || b.score - a.score);
  return matches[0] ?? null;
}

function isAsking(tool: BusinessTool): tool is Asking {
  return tool.effect === 'read' && tool.intent !== null;
}

function idIn(message: string, { idPattern }: ToolIntent): string | null {
  if (!idPattern) return null;
  const flags = idPattern.flags.replace(/[gy]/g, '');
  return new RegExp(idPattern.source, flags).exec(message)?.[0] ?? null;
}

/** Without the id, so that two questions about different bookings are the same question. */
function bare(text: string, { idPattern }: ToolIntent): string {
  return fold(
    idPattern ? text.replace(new RegExp(idPattern.source, `${idPattern.flags.replace(/[gy]/g, '')}g`), ' ') : text,
  );
}

export function toolCall({ tool, id }: ToolMatch): ToolCall {
  const args = id !== null && tool.intent.idParameter ? { [tool.intent.idParameter]: id } : {};
  return { id: `offline-${tool.name}`, name: tool.name, args, effect: tool.effect };
}

/** The reply the business's template gives, or null where the tool failed or no template says anything. */
export function toolReply(
  { business, language }: DraftRequest,
  outcome: ToolOutcome,
): { text: string; language: string } | null {
  const tool = business.tools.filter(isAsking).find(({ name }) => name === outcome.name);
  if (!tool || outcome.status === 'failed') return null;
  const templates = outcome.status === 'ok' ? tool.intent.answer : tool.intent.notFound;
  const used = [language, ...business.languages, ...Object.keys(templates)].find((code) => code in templates);
  const template = used === undefined ? undefined : templates[used];
  if (used === undefined || template === undefined) return null;
  const id = tool.intent.idParameter ? String(outcome.args[tool.intent.idParameter] ?? '') : '';
  let complete = true;
  const text = template.replace(/\{([\w.]+)\}/g, (_, field: string) => {
    const value = outcome.fields[field] ?? (field === 'id' ? id : undefined);
    if (value === undefined) complete = false;
    return value ?? '';
  });
  return complete ? { text, language: used } : null;
}
