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
