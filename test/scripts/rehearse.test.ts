/** Rehearsals: scripts read and refused, played against the real thing, exported, and what REQUIRE_REHEARSAL keeps. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoadedBusiness, loadBusiness } from '../../load-business';
import { businessFingerprint, rememberRehearsal } from '../../rehearsals';
import { exportScenario } from '../../scripts/rehearse/export-scenario';
import { play } from '../../scripts/rehearse/play';
import { parseScenarios } from '../../scripts/rehearse/scenario';
import { sweep, sweepTable, THRESHOLDS } from '../../scripts/rehearse/sweep';
import { sweepChart } from '../../scripts/rehearse/sweep-chart';
import { openTheatre, type Theatre } from '../../scripts/rehearse/theatre';

const ROOT = join(__dirname, '../..');
const HOTEL = join(ROOT, 'examples/riverside-hotel');

/** Longer than a step may take before the rehearsal itself says that it is stuck. */
jest.setTimeout(240_000);

describe('scenarios', () => {
  it.each([
    ['steps:\n  - customer: hi', ':1: name'],
    ['name: x\nsteps:\n  - customer: hi\n  - custmer: again', ':4: steps.1: expected a step'],
    ['name: x\nsteps:\n  - wait: soon', ':3: steps.0'],
    ['name: x\nsteps:\n  - customer: hi\n    expect: { mode: human }', ':4: steps.0.expect.mode'],
    ['name: [x', ':1: expected valid YAML'],
  ])('are refused with file, line and what was expected: %j', (text, expected) => {
    expect(() => parseScenarios(text, 'night.yaml')).toThrow(`night.yaml${expected}`);
  });

  it('come back from a conversation that happened', () => {
    const row = { messageId: 'm', visibility: 'public' as const, redactions: [] };
    const messages = [
      { ...row, seq: 1, author: 'customer' as const, text: 'When is check-in?' },
      { ...row, seq: 2, author: 'ai' as const, text: 'From 14:00.', citations: [{ title: 'Check-in time' }] },
      { ...row, seq: 3, author: 'customer' as const, text: 'A person please, card [PAYMENT_CARD]' },
      { ...row, seq: 4, author: 'system' as const, text: 'I have passed this on.' },
      { ...row, seq: 5, author: 'system' as const, visibility: 'team' as const, text: 'Reason: ...' },
      { ...row, seq: 6, author: 'operator' as const, text: 'Hello, Mai here' },
    ];
    const [scenario] = parseScenarios(
      exportScenario({ name: 'a night', messages, reasons: ['explicit_request'] }),
      'exported.yaml',
    );
    expect(scenario?.steps).toEqual([
      { customer: ['When is check-in?'], expect: { mode: 'ai', source: 'Check-in time' } },
      {
        customer: ['A person please, card [PAYMENT_CARD]'],
        expect: { mode: 'waiting', reason: 'explicit_request' },
      },
      { operator: ['Hello, Mai here'] },
    ]);
  });
});

describe('a rehearsal', () => {
  let business: LoadedBusiness;
  let theatre: Theatre;
  beforeAll(async () => {
    business = await loadBusiness(HOTEL, { variables: { SAMPLE_SERVICE_URL: 'http://127.0.0.1:9' } });
    theatre = await openTheatre(business, { cacheDir: join(ROOT, '.baton'), report: () => {} });
  });
  afterAll(() => theatre?.close());

  const sample = parseScenarios(readFileSync(join(HOTEL, 'scenarios/first-week.yaml'), 'utf8'), 'first-week.yaml');

  it.each(sample.map((scenario) => [scenario.name, scenario] as const))(
    'goes as the sample says: %s',
    async (_, one) => {
      expect((await play(theatre, one)).failures).toEqual([]);
    },
  );

  it('lets a night pass in a moment, its timers firing', async () => {
    const [night] = parseScenarios(
      'name: night\nsteps:\n  - customer: Can I speak to a person?\n  - wait: 25m\n  - customer: hello?',
      'night.yaml',
    );
    const { messages } = await play(theatre, night as never);
    expect(messages.map(({ text }) => text).filter((text) => /^(Reminder|Escalation)/.test(text))).toHaveLength(2);
  });

  it('says at which step what went otherwise', async () => {
    const [wrong] = parseScenarios(
      [
        'name: wrong',
        'never: "14:00"',
        'steps:',
        '  - customer: What time is check-in?',
        '    expect: { mode: waiting, source: Breakfast, contains: pancakes }',
      ].join('\n'),
      'wrong.yaml',
    );
    const outcome = await play(theatre, wrong as never);
    expect(outcome.failures).toEqual([
      { step: 1, what: 'mode is ai, not waiting' },
      { step: 1, what: 'source is Check-in time, not Breakfast' },
      { step: 1, what: '"pancakes" was not said' },
      { step: 1, what: '"14:00" was said' },
    ]);
    expect(outcome).toMatchObject({ turns: 1, replies: 1, wrong: 1, handoffs: 0 });
  });
});

describe('the sweep', () => {
  const points = [
    { threshold: 0.5, handoffRate: 0.25, wrongRate: 0.1 },
    { threshold: 0.75, handoffRate: 0.5, wrongRate: 0 },
  ];

  it('plays every scenario under every threshold, on one stage', async () => {
    let threshold = 0;
    const told = await sweep(
      {
        setConfidence: (now) => {
          threshold = now;
        },
      },
      parseScenarios('- { name: a, steps: [customer: hi] }\n- { name: b, steps: [customer: hi] }', 'two.yaml'),
      async ({ name }) => ({
        ...{ name, failures: [], messages: [], replies: 1, turns: 2 },
        ...{ handoffs: threshold > 0.8 ? 1 : 0, wrong: name === 'a' && threshold < 0.7 ? 1 : 0 },
      }),
    );
    expect(told.map((point) => point.threshold)).toEqual(THRESHOLDS);
    expect(told[0]).toEqual({ threshold: 0.5, handoffRate: 0, wrongRate: 0.25 });
    expect(told.at(-1)).toEqual({ threshold: 0.95, handoffRate: 0.5, wrongRate: 0 });
  });

  it('marks the threshold of now in its table and its picture', () => {
    expect(sweepTable(points, 0.75)[2]).toMatch(/0\.75 +50\.0 % +0\.0 % +\(now\)$/);
    const chart = sweepChart(points, 0.75);
    expect(chart.match(/<circle/g)).toHaveLength(2);
    expect(chart).toContain('0.75 (now)');
  });
});

describe('REQUIRE_REHEARSAL', () => {
  it('refuses a version that no rehearsal passed, to the byte', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'baton-gate-'));
    const dir = join(dataDir, 'business');
    try {
      cpSync(HOTEL, dir, { recursive: true });
      const load = () =>
        loadBusiness(dir, { variables: { SAMPLE_SERVICE_URL: 'http://127.0.0.1:9' }, rehearsedIn: dataDir });
      await expect(load()).rejects.toThrow('has passed no rehearsal');
      await rememberRehearsal(dataDir, await businessFingerprint(dir));
      expect((await load()).name).toBe('Riverside Hotel');
      writeFileSync(join(dir, 'knowledge/en/new.md'), '## New answer\nQ: what is new?\nEverything.\n');
      await expect(load()).rejects.toThrow('has passed no rehearsal');
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
