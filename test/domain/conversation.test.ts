import { type Mode, type ModeEvent, nextMode } from '../../domain/conversation';

const MODES: Mode[] = ['ai', 'waiting', 'operator', 'resolved'];

/** The mode after the event, from `ai`, `waiting`, `operator` and `resolved`. */
const TRANSITIONS: [string, ModeEvent, [Mode, Mode, Mode, Mode]][] = [
  ['a handoff calls operators once', { type: 'handoff' }, ['waiting', 'waiting', 'operator', 'resolved']],
  [
    'an operator who writes takes over, except after /done',
    { type: 'operatorMessage' },
    ['operator', 'operator', 'operator', 'resolved'],
  ],
  ['/take takes over from every mode', { type: 'take' }, ['operator', 'operator', 'operator', 'operator']],
  ['/ai gives back from every mode', { type: 'ai' }, ['ai', 'ai', 'ai', 'ai']],
  ['/done resolves what a person waits for or owns', { type: 'done' }, ['ai', 'resolved', 'resolved', 'resolved']],
  [
    'an unclaimed conversation keeps waiting',
    { type: 'unclaimedPolicy', policy: 'keep' },
    ['ai', 'waiting', 'operator', 'resolved'],
  ],
  [
    'an unclaimed conversation goes back to the AI',
    { type: 'unclaimedPolicy', policy: 'ai' },
    ['ai', 'ai', 'operator', 'resolved'],
  ],
  ['an idle operator loses the conversation to the AI', { type: 'idleResume' }, ['ai', 'waiting', 'ai', 'resolved']],
  [
    'a customer comes back to the AI',
    { type: 'customerMessage', resume: 'automatic' },
    ['ai', 'waiting', 'operator', 'ai'],
  ],
  [
    'a customer comes back to a person',
    { type: 'customerMessage', resume: 'off' },
    ['ai', 'waiting', 'operator', 'waiting'],
  ],
];

describe('modes of a conversation', () => {
  it.each(TRANSITIONS)('%s', (_, event, expected) => {
    expect(MODES.map((mode) => nextMode(mode, event))).toEqual(expected);
  });
});
