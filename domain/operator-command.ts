/** The operators' commands. Case, spaces and a bot-name suffix (`/Done@baton_bot`) are forgiven. */
export const OPERATOR_COMMANDS = ['done', 'take', 'ai', 'note', 'history', 'who', 'help'] as const;
export type OperatorCommandName = (typeof OPERATOR_COMMANDS)[number];

export interface OperatorCommand {
  /** `unknown` for any other word that begins with `/`: never relayed, answered with private help. */
  name: OperatorCommandName | 'unknown';
  /** What stands after the command, trimmed: the text of `/note`. */
  rest: string;
}

/** The command in an operator's text, or null where it is an ordinary message to the customer. */
export function parseOperatorCommand(text: string): OperatorCommand | null {
  const match = /^\s*\/\s*([^\s@/]*)(?:@\S*)?\s*([\s\S]*)$/.exec(text);
  if (!match) return null;
  const word = (match[1] ?? '').toLowerCase();
  const known = OPERATOR_COMMANDS.find((name) => name === word);
  return { name: known ?? 'unknown', rest: (match[2] ?? '').trim() };
}

/** Commands that a phrase can stand for where operators write in the customer's own thread. */
const PHRASE_COMMANDS = ['done', 'take', 'ai'] as const;
export type CommandPhrases = Readonly<Record<(typeof PHRASE_COMMANDS)[number], readonly string[]>>;

/** The command whose phrase the whole text is; case, spaces and closing punctuation are forgiven. */
export function commandPhrase(
  { commandPhrases }: { commandPhrases: CommandPhrases },
  text: string,
): OperatorCommandName | null {
  const said = plain(text);
  return PHRASE_COMMANDS.find((name) => commandPhrases[name].some((phrase) => plain(phrase) === said)) ?? null;
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.!…,]+/gu, ' ')
    .trim();
