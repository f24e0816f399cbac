import { createLog, loggable, loggableError } from '../../log';

const CARD = '4111 1111 1111 1111';

function logged(write: (log: ReturnType<typeof createLog>) => void): {
  text: string;
  lines: Record<string, unknown>[];
} {
  let text = '';
  write(
    createLog('info', {
      write: (chunk: string) => {
        text += chunk;
      },
    }),
  );
  const lines = text.trimEnd().split('\n');
  return { text, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('the log', () => {
  it('writes one JSON line an event, with time and level by name', () => {
    const { lines } = logged((log) => {
      log.info({ conversationId: 'c1' }, 'accepted');
      log.debug('not at this level');
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ level: 'info', conversationId: 'c1', msg: 'accepted' });
    expect(new Date(String(lines[0]?.time)).getTime()).toBeGreaterThan(0);
  });

  it('runs the redactor over messages, interpolated values and errors, down to their causes', () => {
    const cause = new Error(`insert failed for { text: "${CARD}" }`);
    const { text } = logged((log) => {
      log.warn(`paid with ${CARD}`);
      log.warn('paid with %s', CARD);
      log.error(new Error(`bad value ${CARD}`, { cause }));
      log.error({ err: new Error(`bad value ${CARD}`, { cause }) }, 'failed');
    });
    expect(text).not.toContain('1111 1111');
    expect(text.match(/\[PAYMENT_CARD\]/g)?.length).toBeGreaterThanOrEqual(6);
  });

  it('blanks keys, tokens and message text wherever they are passed', () => {
    const secrets = {
      authorization: 'Bearer abcdefgh12345678',
      headers: { cookie: 'session=abc' },
      text: 'my secret plan',
      row: { body: 'raw' },
    };
    const { text } = logged((log) => log.info(secrets, 'request'));
    expect(text).not.toMatch(/abcdefgh|session=abc|secret plan|raw/);
  });

  it.each([
    ['a bearer token', 'refused: Authorization: Bearer abcdefgh12345678', 'abcdefgh12345678'],
    ['a password in an address', 'cannot reach mongodb://me:hunter22@db:27017/x', 'hunter22'],
    ['a token in a query', 'GET /hook?access_token=abcdefgh1234', 'abcdefgh1234'],
    ['an API key', 'model said: invalid key sk-proj-abcdefgh12345678', 'sk-proj-abcdefgh12345678'],
  ])('takes %s out of what libraries say', (_, message, secret) => {
    expect(loggable(message)).not.toContain(secret);
    expect(JSON.stringify(loggableError(new Error(message)))).not.toContain(secret);
  });

  it('cannot be made to write a second line or to steer a terminal', () => {
    const { text, lines } = logged((log) =>
      log.info({ err: new Error('a\r\n{"level":"fatal"}') }, 'b\n\u001b[2J\u001b]0;title\u0007c\u2028d'),
    );
    expect(lines).toHaveLength(1);
    expect(text.trimEnd()).not.toMatch(/\\n|\\r|\\u001b|\u2028/);
  });

  it('keeps an error readable: its kind, its code, where it happened', () => {
    const error = Object.assign(new TypeError('no such row'), { code: 'E_ROW' });
    expect(loggableError(error)).toMatchObject({
      type: 'TypeError',
      message: 'no such row',
      code: 'E_ROW',
      stack: expect.stringContaining('log.test'),
    });
    expect(loggableError('just text')).toBe('just text');
  });
});
