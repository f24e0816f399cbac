/** What is wrong in a business's files: every problem has a place, so that the person who wrote it finds it. */

export interface Problem {
  file: string;
  /** From 1. */
  line: number;
  column: number;
  /** The key's path, such as `topics[0].description`; empty for a whole file. */
  key: string;
  /** What was expected. Never quotes a value: somebody may have pasted a secret. */
  expected: string;
}

/** All problems of one start, one line each: `file:line:column: key: what was expected`. */
export class BusinessError extends Error {
  override name = 'BusinessError';
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(problemLine).join('\n'));
  }
}

function problemLine({ file, line, column, key, expected }: Problem): string {
  return `${file}:${line}:${column}: ${key ? `${key}: ` : ''}${expected}`;
}
