/** What the door does when the provider's answer is lost: it looks for an echo or a receipt, and no longer than that. */
import { type DeliveryOutcome, deliver } from '../../activities/deliver';
import type { ActivityDeps } from '../../activities/deps';
import type { Channel } from '../../channels/channel';
import type { CleanText, DeliveryState } from '../../domain/message';

const deliveryBase = {
  ...{ key: 'w:reply:1', workflowId: 'w', purpose: 'reply', channel: 'sim', account: 'a' },
  ...{ to: { address: 'lan' }, text: 'words' as CleanText },
};

/** A send whose answer is lost; `states` is what each look at the outbox finds, the last one from then on. */
async function afterALostAnswer(
  states: DeliveryState[],
): Promise<{ outcome: DeliveryOutcome; looks: number[]; endedAt: number }> {
  const looks: number[] = [];
  const outbox = {
    begin: async (row: object) => ({ ...row, attempts: 1 }),
    settle: async () => undefined,
    find: async () => ({ state: states[Math.min(looks.push(performance.now()), states.length) - 1] }),
  };
  const channel = {
    ...{ name: 'sim', account: 'a', delivery: 'push', textLimit: 100 },
    send: async () => ({ state: 'unknown', why: 'no answer' }),
  } as unknown as Channel;
  const deps = { store: { outbox }, channels: { find: () => channel } } as unknown as ActivityDeps;
  const { outcome } = await deliver(deps, deliveryBase);
  return { outcome, looks, endedAt: performance.now() };
}

describe('a send whose answer was lost', () => {
  it('is unconfirmed as soon as the last look found nothing: nobody waits after it', async () => {
    const { outcome, looks, endedAt } = await afterALostAnswer(['unknown']);
    const [first = 0] = looks;
    const last = looks.at(-1) ?? 0;
    expect(outcome).toBe('unknown');
    expect(looks.length).toBeGreaterThan(2);
    expect(endedAt - last).toBeLessThan((last - first) / (looks.length - 1) / 2);
  });

  it('is sent once a look finds that it arrived, and nobody looks again', async () => {
    const { outcome, looks } = await afterALostAnswer(['unknown', 'unknown', 'delivered']);
    expect(outcome).toBe('sent');
    expect(looks).toHaveLength(3);
  });
});
