/** Whoever was called for a conversation learns when the AI has it again, where no title can tell him. */
import { said, saidOften, telegramStage } from '../platforms/telegram/stage';
import { until } from '../support/until';

const stage = telegramStage({ idleAfterMs: null, resumeAfterMs: 3_000 });

describe('a conversation that goes back to the AI', () => {
  it('because a colleague gave it back, is told to all the others', async () => {
    const { talk, tag } = await stage.called();
    await stage.operators.alone.writes(`#${tag} /ai`);
    await talk.mode('ai');
    const told = await until('the word of it', () => said(stage.plain, '🤖 The AI answers again.'));
    expect(told.text).toContain(`#${tag} `);
    // Where it was asked for, the answer to the command says so.
    await until('the answer', () => said(stage.operators.alone.place, '🤖 The AI answers again.'));
    expect(saidOften(stage.operators.alone.place, '🤖 The AI answers again.')).toBe(1);
  });

  it('because nobody wrote in time, is told to everyone who was called', async () => {
    const { customer, talk, tag } = await stage.called();
    const { nam, alone } = stage.operators;
    await nam.writes(`#${tag} I will look into it`);
    await until('his words', () => customer.received().includes('I will look into it'));
    await customer.writes('What time is breakfast?');
    await talk.mode('operator');
    for (const place of [stage.plain, alone.place]) {
      await until('the word of it', () => said(place, 'The AI answers again: no colleague wrote within the time'));
    }
    await until('an answer', () => customer.received().join().includes('breakfast'));
  });
});
