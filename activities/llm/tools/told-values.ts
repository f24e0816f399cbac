/**
 * A look-up by number uses a number the customer wrote. Neither a model that guesses, nor one that was talked into it
 * by a passage, a tool's answer or a quoted message, can look up somebody else's; and nobody tries numbers for long.
 */
import type { BusinessTool } from '../../../domain/business';
import type { DraftRequest, DraftStep, ToolCall } from '../answerer';
import { sentence } from '../phrases-of-ours';

/** Different numbers one customer may ask about in the talk at hand. */
const MOST_NUMBERS = 5;

type Talk = Pick<DraftRequest, 'business' | 'dialogue'>;

/** `unsaid`: a value nobody wrote; `many`: the customer has tried more numbers than he can have. */
export function refusal(calls: readonly ToolCall[], talk: Talk): 'unsaid' | 'many' | null {
  const said = wordsOf(talk);
  for (const call of calls) {
    const tool = talk.business.tools.find(({ name }) => name === call.name);
    if (!tool) continue;
    for (const name of toldParameters(tool)) {
      const value = call.args[name];
      if (value === undefined || value === '') continue;
      if (!stands(String(value), said)) return 'unsaid';
      if (tried(tool, name, talk) > MOST_NUMBERS) return 'many';
    }
  }
  return null;
}

function toldParameters({ parameters }: BusinessTool): string[] {
  return Object.keys(parameters).filter((name) => parameters[name]?.said);
}

/** What the customer and the operators wrote themselves; a quoted line is somebody else's. */
function wordsOf({ dialogue }: Pick<Talk, 'dialogue'>): string {
  return dialogue
    .filter(({ from }) => from === 'customer' || from === 'operator')
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => !/^\s*(?:>|\|)/.test(line))
    .join('\n')
    .normalize('NFKC')
    .toLowerCase();
}

/** As a word of its own, however it was spaced: `rh 204-815` is RH204815. */
function stands(value: string, said: string): boolean {
  const characters = [...value.normalize('NFKC').toLowerCase()].filter((one) => /[\p{L}\p{N}]/u.test(one));
  if (characters.length === 0) return false;
  const spaced = characters.map((one) => one.replace(/[^\p{L}\p{N}]/gu, '')).join('[\\s._/#-]{0,2}');
  return new RegExp(`(?<![\\p{L}\\p{N}])${spaced}(?![\\p{L}\\p{N}])`, 'u').test(said);
}

/** How many different values of a parameter's pattern the customer has written. */
function tried({ parameters }: BusinessTool, name: string, { dialogue }: Pick<Talk, 'dialogue'>): number {
  const pattern = parameters[name]?.pattern;
  if (!pattern) return 0;
  const tokens = dialogue
    .filter(({ from }) => from === 'customer')
    .flatMap(({ text }) => text.normalize('NFKC').split(/[^\p{L}\p{N}-]+/u))
    .filter((token) => pattern.test(token))
    .map((token) => token.toLowerCase());
  return new Set(tokens).size;
}

/** Asked once, in the customer's language; whoever has tried too many numbers speaks with a person. */
export function numberQuestion(
  why: NonNullable<ReturnType<typeof refusal>>,
  { language, business }: Pick<DraftRequest, 'language' | 'business'>,
): Extract<DraftStep, { kind: 'reply' }> {
  const { text, language: used } = sentence('askId', [language, ...business.languages]);
  const many = why === 'many';
  return {
    kind: 'reply',
    text: many ? '' : text,
    language: used,
    confidence: many ? 0 : 0.5,
    caps: [many ? 'asked about more numbers than one customer has' : 'the customer has not given this number'],
    citations: [],
    intent: many ? 'cannot' : 'clarify',
    ...(!many && { confirms: true as const }),
  };
}
