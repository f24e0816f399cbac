import { parseBusiness } from '../../domain/business';
import { business, LEAST } from './business-text';

describe('a business that writes the least', () => {
  it('gets every default', () => {
    expect(business()).toMatchObject({
      id: 'riverside-hotel',
      name: 'Riverside Hotel',
      languages: ['en', 'vi'],
      holidays: [],
      resume: 'automatic',
      turn: { quietPeriodMs: 0, maxWaitMs: 12_000 },
      handoff: {
        confidence: 0.75,
        clarifyOnce: false,
        unclaimedAfterMs: 600_000,
        unclaimedPolicy: 'keep',
        idleAfterMs: 900_000,
        resumeAfterMs: null,
        ack: {},
      },
      departments: [],
      operators: [],
      places: [],
      tools: [],
      redaction: { keepLastFour: false, patterns: [], vault: { cards: 'keep', passcodes: 'keep' } },
      retention: { originalsDays: 90, transcriptsDays: 365, auditDays: 730 },
      attachments: { handoff: true },
      web: { origins: [] },
      channels: { telegram: [], whatsapp: [], zalo: [], messenger: [], slack: [], api: { secretEnv: null } },
    });
  });

  it('hands a customer in acute distress to a person', () => {
    const [topic, ...others] = business().topics;
    expect(topic?.id).toBe('acute_distress');
    expect(topic?.phrases).toEqual(expect.arrayContaining(['kill myself', 'tự tử', 'quiero morir', '自杀']));
    expect(others).toEqual([]);
  });

  it('is closed on days it does not name', () => {
    expect(business().hours[1]).toEqual([{ opens: 480, closes: 1200 }]);
    expect(business().hours[7]).toEqual([]);
  });
});

describe('a setting', () => {
  it('replaces or switches off the built-in topic', () => {
    const own = business('topics: [{ id: acute_distress, description: ours }]\n').topics;
    expect(own).toEqual([{ id: 'acute_distress', description: 'ours', phrases: [], examples: [] }]);
    expect(business('distress: off\n').topics).toEqual([]);
  });

  it.each([
    ['90', 90_000],
    ['"30s"', 30_000],
    ['10m', 600_000],
    ['2h', 7_200_000],
    ['1d', 86_400_000],
    ['never', null],
    ['null', null],
  ])('reads the time %s', (written, ms) => {
    expect(business(`handoff: { unclaimedAfter: ${written} }\n`).handoff.unclaimedAfterMs).toBe(ms);
  });

  it('reaches the policy of conversations', () => {
    const { policy } = business(
      'resume: off\nhandoff: { clarifyOnce: yes, unclaimedPolicy: ai, idleAfter: 5m, resumeAfter: 20m }\n' +
        'turn: { quietPeriod: 2s }\nattachments: { handoff: no }\n',
    );
    expect(policy).toEqual({
      resume: 'off',
      unclaimedAfterMs: 600_000,
      unclaimedPolicy: 'ai',
      idleAfterMs: 300_000,
      resumeAfterMs: 1_200_000,
      clarifyOnce: true,
      quietPeriodMs: 2_000,
      maxWaitMs: 12_000,
      attachmentsHandOff: false,
      historyLimit: 2000,
    });
  });

  it('keeps ids that a number can not hold', () => {
    const { operators } = business(
      'operators:\n  - { channel: web, id: 17841400000000001, name: Mai }\n  - { channel: web, id: 007, name: Khoa }\n',
    );
    expect(operators.map(({ id }) => id)).toEqual(['17841400000000001', '007']);
  });

  it('distinguishes own acknowledgements, built-in ones and none', () => {
    expect(business('handoff: { ack: { pt-BR: Um momento } }\n').handoff.ack).toEqual({ 'pt-br': 'Um momento' });
    expect(business('handoff: { ack: null }\n').handoff.ack).toBeNull();
  });

  it('gives channels the provider address unless it names another', () => {
    const { channels } = business(
      'channels:\n  telegram:\n    - { account: main, tokenEnv: BOT_TOKEN, secretEnv: BOT_SECRET }\n' +
        '    - { account: test, tokenEnv: BOT_TOKEN, secretEnv: BOT_SECRET, baseUrl: "http://127.0.0.1:9/" }\n',
    );
    expect(channels.telegram.map(({ baseUrl }) => baseUrl)).toEqual(['https://api.telegram.org', 'http://127.0.0.1:9']);
  });

  it('finds harmless numbers as words of their own, anchored or not', () => {
    const { patterns } = business("redaction: { patterns: ['^DH\\d{9}$', 'RH\\d{6}'] }\n").redaction;
    expect(patterns.map((pattern) => pattern.test('where are dh240117001 and RH204815?'))).toEqual([true, true]);
    expect(patterns.some((pattern) => pattern.test('XDH2401170011 RH2048155'))).toBe(false);
  });

  it('makes an id from a name with diacritics', () => {
    const named = LEAST.replace('Riverside Hotel', 'Khách sạn Đà Nẵng');
    expect(parseBusiness(named, 'business.yaml').id).toBe('khach-san-da-nang');
    expect(parseBusiness(`${named}id: riverside\n`, 'business.yaml').id).toBe('riverside');
  });
});

describe('a tool', () => {
  const tool = (more: string) =>
    business(`tools:
  - name: order_status
    description: Looks up an order
    url: https://shop.example/orders/{orderId}
    parameters: { orderId: { type: string, description: The number, pattern: '\\d{9}' } }
${more}`).tools[0];

  it('is called with GET when it reads and with POST when it writes', () => {
    expect(tool('    effect: read\n')).toMatchObject({
      method: 'GET',
      timeoutMs: 5_000,
      allowPrivate: false,
      intent: null,
    });
    expect(tool('    effect: write\n')).toMatchObject({ method: 'POST' });
  });

  it('tells the offline answerer where the id goes', () => {
    const made = tool(`    effect: read
    intent:
      idPattern: '^\\d{9}$'
      asks: [where is my order]
      answer: { en: "{status}", vi: "{status}" }
      notFound: { en: "no {id}", vi: "không có {id}" }
`);
    expect(made?.intent?.idParameter).toBe('orderId');
    expect(made?.intent?.idPattern?.exec('order 240117001 please')?.[0]).toBe('240117001');
    expect(made?.parameters.orderId?.pattern?.test('2401170011')).toBe(false);
  });
});
