import { HANDOFF_REASONS, type HandoffReason, orderReasons, type Signal } from '../../domain/handoff';

const signal = (reason: HandoffReason, score = 1, topic?: string): Signal => ({
  reason,
  score,
  threshold: 0.5,
  evidence: 'a phrase',
  ...(topic && { topic }),
});

describe('several reasons at once', () => {
  it('are led by the one of highest priority', () => {
    const shuffled = [...HANDOFF_REASONS].reverse().map((reason) => signal(reason));
    expect(orderReasons(shuffled).map(({ reason }) => reason)).toEqual(HANDOFF_REASONS);
  });

  it('are listed once for each reason and topic, with the highest score', () => {
    const signals = [
      signal('explicit_request', 0.6),
      signal('sensitive_topic', 0.7, 'refund_dispute'),
      signal('explicit_request', 0.9),
      signal('sensitive_topic', 0.8, 'guest_safety'),
    ];
    expect(orderReasons(signals).map(({ reason, topic, score }) => [reason, topic, score])).toEqual([
      ['sensitive_topic', 'guest_safety', 0.8],
      ['sensitive_topic', 'refund_dispute', 0.7],
      ['explicit_request', undefined, 0.9],
    ]);
  });

  it('may be none', () => {
    expect(orderReasons([])).toEqual([]);
  });
});
