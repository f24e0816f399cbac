/**
 * The modes of a conversation and the only transitions between them (behaviour.md 1). Pure and deterministic:
 * the workflow runs this code and replays it, so a change here needs `patched()` and a recorded history.
 */
export type Mode = 'ai' | 'waiting' | 'operator' | 'resolved';

export type ModeEvent =
  | { type: 'handoff' }
  | { type: 'operatorMessage' }
  | { type: 'take' }
  | { type: 'ai' }
  | { type: 'done' }
  | { type: 'unclaimedPolicy'; policy: 'keep' | 'ai' }
  | { type: 'idleResume' }
  | { type: 'customerMessage'; resume: 'automatic' | 'off' };

/** The mode after `event`, or the same mode where the event changes nothing. Never throws. */
export function nextMode(mode: Mode, event: ModeEvent): Mode {
  switch (event.type) {
    case 'take':
      return 'operator';
    case 'ai':
      return 'ai';
    case 'handoff':
      return mode === 'ai' ? 'waiting' : mode;
    case 'operatorMessage':
      return mode === 'resolved' ? 'resolved' : 'operator';
    case 'done':
      return mode === 'waiting' || mode === 'operator' ? 'resolved' : mode;
    case 'unclaimedPolicy':
      return mode === 'waiting' && event.policy === 'ai' ? 'ai' : mode;
    case 'idleResume':
      return mode === 'operator' ? 'ai' : mode;
    case 'customerMessage':
      return mode === 'resolved' ? (event.resume === 'automatic' ? 'ai' : 'waiting') : mode;
  }
}
