/** The edges of timers and runs: what is due, queued or half sent at the moment something else happens. */
import { type Simulation, timeSkipping } from '../support/simulation';

let server: Simulation;
beforeAll(async () => {
  server = await timeSkipping();
});
afterAll(() => server?.close());

const MINUTE = 60_000;

describe('edge', () => {
  it('keeps an operator in charge when his reply is queued as the idle timer falls due', async () => {
    const world = server.world({ resumeAfterMs: 30 * MINUTE });
    await world.operator('hello');
    await world.until('operator mode', () => world.document.mode === 'operator');
    await world.customer('are you there?');
    await world.until('the message', () => world.texts('customer').length === 1);
    await server.env.sleep(30 * MINUTE - 1_000);
    const first = world.accept('operator', 'yes, one moment', 'op-1', new Date(await server.env.currentTimeMs()));
    const second = world.accept('operator', 'here is the answer', 'op-1', new Date(await server.env.currentTimeMs()));
    await world.signal(second);
    await server.env.sleep(1_500);
    await world.signal(first);
    await world.until('both replies', () => world.texts('operator').length === 3);
    await server.env.sleep(5 * MINUTE);
    expect(world.document.mode).toBe('operator');
    expect(world.texts('ai')).toEqual([]);
    expect(world.texts('operator')).toEqual(['hello', 'yes, one moment', 'here is the answer']);
  });

  it('answers once when /done and the idle timer race', async () => {
    const world = server.world({ resumeAfterMs: 30 * MINUTE });
    await world.operator('hello');
    await world.customer('a question');
    await world.until('the message', () => world.texts('customer').length === 1);
    const done = world.accept('operator', '/done', 'op-1', new Date((await server.env.currentTimeMs()) + 30 * MINUTE));
    await Promise.all([
      server.env.sleep(30 * MINUTE),
      server.env.sleep(30 * MINUTE - 5).then(() => world.signal(done)),
    ]);
    await server.env.sleep(MINUTE);
    await world.until('an end', () => ['resolved', 'ai'].includes(world.document.mode));
    expect(world.texts('ai').length).toBeLessThanOrEqual(1);
    expect(world.texts('system', 'boundary').length).toBeLessThanOrEqual(1);
    await world.customer('another question');
    await world.until('an answer', () => world.texts('ai').some((text) => text.includes('another question')));
  });

  it('continues as new in mid-handoff with timer, send and signal pending, and loses none', async () => {
    const world = server.world({ historyLimit: 30 });
    let release = () => {};
    world.slowBrief = new Promise<void>((resolve) => {
      release = resolve;
    });
    await world.customer('HUMAN');
    await world.until('a handoff', () => world.document.mode === 'waiting');
    for (let n = 1; n <= 8; n++) await world.customer(`meanwhile ${n}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await world.operator('/note on my way');
    release();
    await world.until(
      'everything',
      () => world.texts('customer').length === 9 && world.texts('system', 'brief').length === 1,
    );
    for (let n = 1; n <= 3; n++) {
      await world.customer(`later ${n}`);
      await world.until('it', () => world.texts('customer').length === 9 + n);
    }
    await server.env.sleep(11 * MINUTE);
    await world.until('the reminder', () => world.texts('system', 'reminder').length === 1);
    expect(world.runs.size).toBeGreaterThan(1);
    expect(world.texts('system', 'ack')).toHaveLength(1);
    expect(world.texts('system', 'brief')).toHaveLength(1);
    expect(world.texts('operator', 'note')).toHaveLength(1);
    expect(world.document.mode).toBe('waiting');
  });

  it('reminds once at its time when the run was new in between', async () => {
    const world = server.world({ historyLimit: 40 });
    await world.customer('HUMAN');
    await world.until('a handoff', () => world.document.mode === 'waiting');
    await server.env.sleep(5 * MINUTE);
    for (let n = 1; n <= 12; n++) await world.customer(`still here ${n}`);
    await world.until('all', () => world.texts('customer').length === 13);
    await server.env.sleep(4 * MINUTE);
    expect(world.texts('system', 'reminder')).toEqual([]);
    await server.env.sleep(2 * MINUTE);
    await world.until('the reminder', () => world.texts('system', 'reminder').length === 1);
    await server.env.sleep(3 * MINUTE);
    expect(world.texts('system', 'reminder')).toEqual(['unclaimed']);
  });

  it('holds a bare fragment of digits for its other half', async () => {
    const world = server.world();
    await world.customer('41111111');
    await world.until('the fragment', () => world.texts('customer').length === 1);
    expect(world.drafts).toHaveLength(0);
    await world.customer('and the rest in words');
    await server.env.sleep(3_000);
    await world.until('one answer for both', () => world.texts('ai').length === 1);
    expect(world.drafts.at(-1)?.seqs).toHaveLength(2);
  });

  it('passes over a message that never comes after two seconds and takes it late', async () => {
    const world = server.world();
    const lost = world.accept('customer', 'first', undefined, new Date(await server.env.currentTimeMs()));
    await world.customer('second');
    await server.env.sleep(1_000);
    expect(world.texts('customer')).toEqual([]);
    await server.env.sleep(2_000);
    await world.until('the second', () => world.texts('customer').length === 1);
    await world.signal(lost);
    await world.until('the first', () => world.texts('customer').length === 2);
    await world.signal(lost);
    await world.until('answers', () => world.texts('ai').join().includes('first'));
    expect(world.texts('customer')).toEqual(['second', 'first']);
  });

  it('sends no more than one acknowledgement a boundary when the business answers by hand', async () => {
    const world = server.world({ resume: 'off' });
    await world.operator('hello');
    await world.operator('/done');
    await world.until('resolved', () => world.document.mode === 'resolved');
    await world.customer('one');
    await world.customer('two');
    await world.until('waiting', () => world.document.mode === 'waiting' && world.texts('customer').length === 2);
    await server.env.sleep(1_000);
    expect(world.document.handoff?.reasons[0]?.reason).toBe('resume_off');
    expect(world.texts('system', 'ack')).toHaveLength(1);
    expect(world.texts('ai')).toEqual([]);
  });
});
