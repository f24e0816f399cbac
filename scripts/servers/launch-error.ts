/** A failed start in words for the person who typed the command: one paragraph that says what to do. */
export class LaunchError extends Error {
  override name = 'LaunchError';

  /** `output`: all that the program said, for a caller who knows a way out. */
  constructor(
    message: string,
    readonly output = '',
  ) {
    super(message);
  }
}

/** The first line of what went wrong, for one clause of a longer sentence. */
export function clause(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n').find((line) => line.trim()) ?? 'no reason given').trim().replace(/\.$/, '');
}
