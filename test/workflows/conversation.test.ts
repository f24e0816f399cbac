/** The life of a conversation on a time-skipping server: modes, timers, commands, bounded history. */
import { type Simulation, timeSkipping } from '../support/simulation';

let server: Simulation;
beforeAll(async () => {
  server = await timeSkipping();
});
afterAll(() => server?.close());

const MINUTE = 60_000;

describe('turn', () => {
  it('answers a message once', async () => {
    const world = server.world();
    await world.customer('hello');
    await world.until('a reply', () => world.texts('ai').length === 1);
    expect(world.texts('ai')).toEqual(['re: hello']);
  });

  it('makes one turn of messages that arrive while a draft is in flight', async () => {
    const world = server.world();
    let calls = 0;
    world.model = async (texts, signal) => {
      if (++calls === 1) {
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
      }
      return `re: ${texts.join(' | ')}`;
    };
    await world.customer('one');
    await world.until('a draft in flight', () => world.drafts.length === 1);
    await world.customer('two');
    await world.until('a reply', () => world.texts('ai').length === 1);
    expect(world.texts('ai')).toEqual(['re: one | two']);
    await world.until('the cancelled draft to notice', () => world.drafts[0]?.cancelled === true);
  });

  it('hands off when the model does not answer', async () => {
    const world = server.world();
    world.model = async () => {
      throw new Error('model down');
    };
    await world.customer('hello');
    await server.env.sleep(MINUTE);
    await world.until('a handoff', () => world.document.mode === 'waiting');
    expect(world.document.handoff?.reasons[0]?.reason).toBe('ai_unavailable');
    expect(world.texts('system', 'ack')).toHaveLength(1);
  });
});

describe('handoff', () => {
  it('calls operators once for many alarms and stays silent until /done', async () => {
    const world = server.world();
    const references = ['HUMAN now', 'TOPIC ANGRY', 'HUMAN HUMAN', 'still here'].map((text) =>
      world.accept('customer', text),
    );
    for (const reference of [...references, ...references, ...references].reverse()) await world.signal(reference);
    await world.until(
      'a handoff',
      () => world.texts('system', 'brief').length > 0 && world.rows.filter((r) => r.author === 'customer').length === 4,
    );
    await world.customer('anyone?');
    await world.until('all messages', () => world.texts('customer').length === 5);
    expect(world.texts('system', 'ack')).toHaveLength(1);
    expect(world.texts('system', 'brief')).toHaveLength(1);
    expect(world.texts('ai')).toEqual([]);

    await world.operator('I am here');
    await world.until('operator mode', () => world.document.mode === 'operator');
    await world.operator('/done');
    await world.until('resolved', () => world.document.mode === 'resolved');
    await world.customer('thanks');
    await world.until('the AI again', () => world.texts('ai').length === 1);
    expect(world.document.mode).toBe('ai');
    expect(world.texts('system', 'boundary')).toHaveLength(1);
  });

  it('drops a late draft after the operator wrote', async () => {
    const world = server.world();
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    world.model = async (texts) => {
      await gate;
      return `re: ${texts.join()}`;
    };
    await world.customer('hello');
    await world.until('a draft', () => world.drafts.length === 1);
    const reference = world.accept('operator', 'hi, Ana here');
    release();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(world.texts('ai')).toEqual([]);
    await world.signal(reference);
    await world.until('operator mode', () => world.document.mode === 'operator');
    await world.until('his message', () => world.texts('operator').length === 1);
    expect(world.texts('ai')).toEqual([]);
    expect(world.texts('operator')).toEqual(['hi, Ana here']);
  });

  it('begins with an operator when he writes first', async () => {
    const world = server.world();
    await world.operator('hello, your room is ready');
    await world.until('operator mode', () => world.document.mode === 'operator');
    await world.customer('great');
    await world.until('the message', () => world.texts('customer').length === 1);
    expect(world.texts('ai')).toEqual([]);
  });
});

describe('timers', () => {
  it('reminds, escalates and keeps waiting by policy', async () => {
    const world = server.world();
    await world.customer('HUMAN');
    await world.until('a handoff', () => world.document.mode === 'waiting');
    await server.env.sleep(11 * MINUTE);
    await world.until('a reminder', () => world.texts('system', 'reminder').length === 1);
    await server.env.sleep(10 * MINUTE);
    await world.until('an escalation', () => world.texts('system', 'reminder').length === 2);
    expect(world.texts('system', 'reminder')).toEqual(['unclaimed', 'escalation']);
    expect(world.document.mode).toBe('waiting');
  });

  it('goes back to the AI when nobody claims and the business wants that', async () => {
    const world = server.world({ unclaimedPolicy: 'ai' });
    await world.customer('HUMAN');
    await world.until('a handoff', () => world.document.mode === 'waiting');
    await server.env.sleep(21 * MINUTE);
    await world.until('the AI', () => world.texts('ai').length === 1);
  });

  it('nudges an idle operator and resumes with everything unanswered in one turn', async () => {
    const world = server.world({ resumeAfterMs: 30 * MINUTE, resume: 'off' });
    await world.operator('hi');
    await world.until('operator mode', () => world.document.mode === 'operator');
    await server.env.sleep(120 * MINUTE);
    expect(world.document.mode).toBe('operator');
    await world.customer('one');
    await world.customer('two');
    await world.until('both', () => world.texts('customer').length === 2);
    await server.env.sleep(16 * MINUTE);
    await world.until('a nudge', () => world.texts('system', 'reminder').length === 1);
    expect(world.texts('ai')).toEqual([]);
    await server.env.sleep(16 * MINUTE);
    await world.until('the AI', () => world.texts('ai').length === 1);
    expect(world.texts('ai')).toEqual(['re: one | two']);
  });
});

describe('bounded history', () => {
  it('continues as new in every mode and keeps order, timers and silence', async () => {
    const world = server.world({ historyLimit: 60, resumeAfterMs: 30 * MINUTE });
    for (let turn = 1; turn <= 12; turn++) {
      await world.customer(`question ${turn}`);
      await world.until(`reply ${turn}`, () => world.texts('ai').length === turn);
    }
    await world.customer('HUMAN');
    await world.until('a handoff', () => world.document.mode === 'waiting');
    for (let n = 1; n <= 10; n++) await world.customer(`waiting ${n}`);
    await world.until('all', () => world.texts('customer').length === 23);
    await world.operator('hello');
    await world.until('operator', () => world.document.mode === 'operator');
    for (let n = 1; n <= 10; n++) await world.customer(`more ${n}`);
    await world.until('all', () => world.texts('customer').length === 33);
    expect(world.texts('ai')).toHaveLength(12);
    expect(world.texts('system', 'ack')).toHaveLength(1);
    await server.env.sleep(31 * MINUTE);
    await world.until('the AI again', () => world.texts('ai').length === 13);
    expect(world.runs.size).toBeGreaterThan(2);
    expect(world.texts('customer')).toEqual([
      ...Array.from({ length: 12 }, (_, i) => `question ${i + 1}`),
      'HUMAN',
      ...Array.from({ length: 10 }, (_, i) => `waiting ${i + 1}`),
      ...Array.from({ length: 10 }, (_, i) => `more ${i + 1}`),
    ]);
  });
});
