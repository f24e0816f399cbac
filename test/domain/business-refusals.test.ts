import { parseBusiness } from '../../domain/business';
import { LEAST, refusals } from './business-text';

const TOPIC = 'topics:\n  - id: refund\n';
const TOOL = 'tools:\n  - name: t\n    description: d\n    effect: read\n';

describe('business.yaml is refused with line, column and key', () => {
  it.each([
    ['an unknown key', 'colour: red\n', '5:1: colour: unknown key, expected one of id, name'],
    [
      'an unknown key inside',
      'handoff:\n  confidense: 1\n',
      '6:3: handoff.confidense: unknown key, expected one of confidence',
    ],
    ['a topic without description', TOPIC, '6:5: topics[0].description: missing, expected a description'],
    ['an empty description', `${TOPIC}    description: ""\n`, '7:18: topics[0].description: expected a description'],
    [
      'a topic named twice',
      'topics: [{ id: a, description: b }, { id: a, description: c }]\n',
      '5:43: topics[1].id: expected another id',
    ],
    [
      'a confidence above 1',
      'handoff: { confidence: 75 }\n',
      '5:24: handoff.confidence: expected a number from 0 to 1',
    ],
    [
      'a confidence in words',
      'handoff: { confidence: high }\n',
      '5:24: handoff.confidence: expected a number from 0 to 1',
    ],
    [
      'hours of the business told twice',
      'openingHours:\n  - { hours: { daily: open } }\n  - { hours: { mon: open } }\n',
      '7:5: openingHours[1]: expected every name once, and one entry without names',
    ],
    [
      'a place with two hours',
      'openingHours:\n  - { names: { en: [bar] }, hours: { daily: open } }\n  - { names: { en: [Bar] }, hours: { mon: open } }\n',
      '7:14: openingHours[1].names: expected every name once',
    ],
    ['a wrong resume', 'resume: maybe\n', '5:9: resume: expected automatic or off'],
    ['a wrong duration', 'turn: { maxWait: soon }\n', '5:18: turn.maxWait: expected a duration such as "30s"'],
    ['a wrong timer', 'handoff:\n  idleAfter: 5 minutes\n', '6:14: handoff.idleAfter: expected a duration'],
    [
      'a resume before the nudge',
      'handoff: { idleAfter: 10m, resumeAfter: 5m }\n',
      '5:41: handoff.resumeAfter: expected a time no shorter',
    ],
    [
      'days without a unit',
      'retention: { originals: 30 }\n',
      '5:25: retention.originals: expected whole days such as "30d"',
    ],
    [
      'a broken pattern',
      'redaction: { patterns: [ok, "("] }\n',
      '5:29: redaction.patterns[1]: expected a valid regular expression',
    ],
    ['a wrong vault', 'redaction: { vault: { cards: maybe } }\n', '5:30: redaction.vault.cards: expected keep or drop'],
    [
      'a date that does not exist',
      'holidays: ["2026-02-30"]\n',
      '5:12: holidays[0]: expected a date such as "2026-12-25"',
    ],
    [
      'an unknown channel',
      'places: [{ channel: fax, chat: 1 }]\n',
      '5:21: places[0].channel: expected one of telegram, whatsapp',
    ],
    [
      'an account that is not declared',
      'places: [{ channel: slack, account: main, chat: C1 }]\n',
      '5:37: places[0].account: expected an account declared under channels.slack',
    ],
    [
      'two pages on one app that nobody tells apart',
      `channels: { messenger: [${['a, pageId: 2', 'b'].map((account) => `{ account: ${account}, appId: 1, tokenEnv: A, appSecretEnv: B, verifyTokenEnv: C }`).join(', ')}] }\n`,
      'channels.messenger[1].pageId: expected the id of the page: several pages share this app',
    ],
    [
      'an origin with a path',
      'web: { origins: ["https://shop.example/chat"] }\n',
      '5:18: web.origins[0]: expected an origin such as',
    ],
    ['a key that stands twice', 'resume: off\nresume: off\n', '6:1: expected valid YAML'],
    ['text that is no YAML', 'topics: [\n', ': expected valid YAML'],
    [
      'a tool whose host is open',
      `${TOOL}    url: https://{host}/x\n`,
      '9:10: tools[0].url: expected an http(s) address whose host is fixed',
    ],
    [
      'a tool address that is no http',
      `${TOOL}    url: file:///etc/passwd\n`,
      '9:10: tools[0].url: expected an http(s) address',
    ],
    [
      'an undeclared parameter',
      `${TOOL}    url: https://a.example/{id}\n`,
      '9:10: tools[0].url: expected only declared parameters',
    ],
    [
      'a variable without a value',
      `${TOOL}    url: \${BASE}/x\n`,
      '9:10: tools[0].url: expected a value for the variable BASE',
    ],
    [
      'a write tool by GET',
      `${TOOL.replace('read', 'write')}    method: GET\n    url: https://a.example/x\n`,
      '9:13: tools[0].method: expected POST',
    ],
    [
      'a tool named twice',
      `${TOOL}    url: https://a.example/x\n  - { name: t, description: d, effect: read, url: "https://a.example/y" }\n`,
      '10:13: tools[1].name: expected another name',
    ],
    [
      'a wrong parameter name',
      `${TOOL}    url: https://a.example/x\n    parameters: { "a b": { type: string, description: d } }\n`,
      '10:19: tools[0].parameters.a b: expected a name',
    ],
    ['a wrong language', 'handoff: { ack: { english: Hi } }\n', '5:19: handoff.ack.english: expected a language code'],
  ])('for %s', (_, more, expected) => {
    const lines = refusals(LEAST + more);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('business.yaml:');
    expect(lines[0]).toContain(expected);
  });

  it.each([
    ['name', '1:7: name: expected the business', LEAST.replace('Riverside Hotel', '""')],
    ['languages', '2:12: languages: expected at least one language', LEAST.replace('[en, vi]', '[]')],
    ['languages', '2:13: languages[0]: expected a language code', LEAST.replace('[en, vi]', '[English]')],
    [
      'timezone',
      '3:11: timezone: expected a time zone of the IANA list',
      LEAST.replace('Asia/Ho_Chi_Minh', 'Mars/Olympus'),
    ],
    ['hours', '4:59: hours.sun: expected "08:00-20:00"', LEAST.replace('closed', '"26:00-27:00"')],
    ['hours', '4:59: hours.sun: expected "08:00-20:00"', LEAST.replace('closed', '"08:00-12:00, 11:00-13:00"')],
    ['hours', '4:63: hours.someday: expected days such as mon', LEAST.replace('sun: closed', 'someday: closed')],
    ['hours', '4:59: hours.fri: expected every day once', LEAST.replace('sun: closed', 'fri: closed')],
  ])('for a wrong %s (%s)', (_, expected, text) => {
    const lines = refusals(text);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`business.yaml:${expected}`);
  });

  it('for whatever is missing', () => {
    expect(refusals('name: Riverside Hotel\n')).toEqual([
      'business.yaml:1:1: languages: missing, expected a list of languages such as [en, vi]',
      'business.yaml:1:1: timezone: missing, expected a time zone such as Asia/Ho_Chi_Minh',
      'business.yaml:1:1: hours: missing, expected hours for days, such as { mon-fri: "08:00-20:00" }',
    ]);
    expect(refusals('')).toEqual(['business.yaml:1:1: expected the settings of a business, one key a line']);
  });

  it('for all problems at once, in the order of lines', () => {
    const lines = refusals(`${LEAST}resume: maybe\ncolour: red\nturn: { maxWait: soon }\n`);
    expect(lines.map((line) => line.split(': ')[1])).toEqual(['resume', 'colour', 'turn.maxWait']);
  });

  it('and never repeats what somebody may have pasted', () => {
    const secret = 's3cr3t-t0ken';
    const more = `channels: { telegram: [{ account: main, tokenEnv: ${secret}, secretEnv: B, baseUrl: ${secret} }] }\n`;
    const text = refusals(LEAST + more).join('\n');
    expect(text).toContain('5:51: channels.telegram[0].tokenEnv: expected the name of an environment variable');
    expect(text).not.toContain(secret);
  });
});

describe('a variable in a tool address', () => {
  const text = `${LEAST}${TOOL}    url: "\${BASE:-http://127.0.0.1:8077}/x"\n`;

  it('takes its value, or the default written beside it', () => {
    const url = (variables?: Record<string, string>) => parseBusiness(text, 'business.yaml', variables).tools[0]?.url;
    expect(url({ BASE: 'http://127.0.0.1:9' })).toBe('http://127.0.0.1:9/x');
    expect(url()).toBe('http://127.0.0.1:8077/x');
  });
});
