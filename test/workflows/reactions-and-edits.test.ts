/** An emoji under a message and a changed message: what they start, and what they leave as it is. */
import { type Simulation, timeSkipping } from '../support/simulation';

let server: Simulation;
beforeAll(async () => {
  server = await timeSkipping();
});
afterAll(() => server?.close());

const MINUTE = 60_000;

async function answered() {
  const world = server.world();
  world.settings = { delivery: 'push', hasPlaces: true };
  await world.customer('a question');
  await world.until('an answer', () => world.texts('ai').length === 1);
  return world;
}

describe('an emoji under a message', () => {
  it('starts no draft and waits for nobody while the AI has the conversation', async () => {
    const world = await answered();
    await world.customer('REACTION');
    await world.until('the emoji', () => world.texts('customer').length === 2);
    await server.env.sleep(MINUTE);
    expect(world.drafts).toHaveLength(1);
    await world.customer('another question');
    await world.until('its answer', () => world.texts('ai').length === 2);
    expect(world.texts('ai')[1]).toBe('re: another question');
  });

  it.each([0, 1, 2, 3, 4])('calls a person where the detectors say so, %i emojis before it', async (before) => {
    const world = await answered();
    for (let count = 0; count < before; count += 1) await world.customer('REACTION');
    await world.customer('REACTION ANGRY');
    await world.until('waiting', () => world.document.mode === 'waiting');
    expect(world.document.handoff?.reasons[0]?.reason).toBe('repeated_dissatisfaction');
    expect(world.drafts).toHaveLength(1);
  });

  it('is passed on to people, arms no timer of theirs and reopens nothing', async () => {
    const world = await answered();
    await world.operator('hello');
    await world.until('operator', () => world.document.mode === 'operator');
    await world.customer('REACTION ANGRY');
    await world.until('the forward', () => world.forwards.length > 0);
    await server.env.sleep(60 * MINUTE);
    expect(world.document).toMatchObject({ mode: 'operator', waitingSince: null, nextTimer: null });
    expect(world.texts('system', 'reminder')).toEqual([]);
    await world.operator('/done');
    await world.until('resolved', () => world.document.mode === 'resolved');
    await world.customer('REACTION ANGRY');
    await world.until('the emoji', () => world.texts('customer').length === 3);
    await server.env.sleep(MINUTE);
    expect(world.document.mode).toBe('resolved');
  });
});

describe('a changed message', () => {
  it('is told to people each time, also where their brief showed it as it was', async () => {
    const world = await answered();
    await world.customer('HUMAN');
    await world.until('waiting', () => world.document.mode === 'waiting');
    await world.until('the brief', () => world.texts('system', 'brief').length === 1);
    await world.edit('HUMAN, room 12');
    await world.edit('HUMAN, room 21');
    await world.until('both edits', () => world.forwards.length === 2);
    const [one, two] = world.forwards;
    expect(one?.seq).toBe(two?.seq);
    expect(one?.edit).not.toBe(two?.edit);
  });

  it('is told to nobody while the AI has the conversation', async () => {
    const world = await answered();
    await world.edit('a changed question');
    await server.env.sleep(MINUTE);
    expect(world.forwards).toEqual([]);
    expect(world.document.mode).toBe('ai');
  });
});
