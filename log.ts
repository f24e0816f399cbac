/**
 * One JSON line an event. A log line never holds message text, tokens or keys: known places are blanked, and every
 * message and error text goes through the redactor first, because errors of libraries quote what they choked on.
 */
import pino, { type DestinationStream, type Logger } from 'pino';
import { redact } from './redaction';

export type Log = Logger;

const SECRET_KEYS = [
  'authorization',
  'cookie',
  'token',
  'accessToken',
  'apiKey',
  'password',
  'secret',
  'masterKey',
  'signature',
];
const CONTENT_KEYS = ['text', 'body', 'content', 'draft', 'reply', 'question', 'address'];
const BLANKED = [...SECRET_KEYS, ...CONTENT_KEYS];

/** Bearer tokens, credentials in addresses, and `key=value` pairs that say they are secret. */
const CREDENTIALS: readonly [RegExp, string][] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, '$1 [SECRET]'],
  [/(\w:\/\/)[^\s/@]{1,256}@/g, '$1[SECRET]@'],
  [/\b((?:access_|api_?|auth_?)?(?:token|key|secret|password))(["']?\s*[=:]\s*["']?)[^\s"'&,;]{6,}/gi, '$1$2[SECRET]'],
  [/\b(?:sk|pk|xox[abp])-[\w-]{8,}/g, '[SECRET]'],
];

/** Safe to print: redacted, without credentials, terminal escapes or line breaks. */
export function loggable(text: string): string {
  const bounded = text.length > 8_000 ? `${text.slice(0, 8_000)}…` : text;
  const withoutCredentials = CREDENTIALS.reduce((rest, [pattern, mask]) => rest.replace(pattern, mask), bounded);
  return withoutControls(redact(withoutCredentials, { from: 'system' }).text);
}

function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal escapes are what is taken out
  return text.replace(/\u001b\[[0-?]*[ -/]*[@-~]/g, '').replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}

interface LoggedError {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: LoggedError | string;
}

/** The stack is cut to its frames: its first lines repeat the message. */
export function loggableError(error: unknown, depth = 0): LoggedError | string {
  if (!(error instanceof Error)) return loggable(String(error));
  const { code } = error as NodeJS.ErrnoException;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: loggable(error.message),
    ...(code !== undefined && { code: loggable(String(code)) }),
    ...(frames?.length &&
      depth === 0 && {
        stack: frames
          .slice(0, 12)
          .map((line) => line.trim())
          .join(' | '),
      }),
    ...(error.cause !== undefined && depth < 4 && { cause: loggableError(error.cause, depth + 1) }),
  };
}

export function createLog(level: string, destination?: DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: BLANKED.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[not logged]' },
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: (error: unknown) => loggableError(error), error: (error: unknown) => loggableError(error) },
    hooks: {
      /** Interpolated values are part of the message, so they are redacted with it; an error given alone speaks for itself. */
      logMethod(args, method) {
        const safe = args.map((arg: unknown) => (typeof arg === 'string' ? loggable(arg) : arg));
        const [first, ...rest] = safe;
        const line: unknown[] =
          first instanceof Error ? [{ err: first }, ...(rest.length ? rest : [loggable(first.message)])] : safe;
        method.apply(this, line as Parameters<typeof method>);
      },
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
