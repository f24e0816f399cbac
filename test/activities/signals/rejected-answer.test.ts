import { rejectionIn } from '../../../activities/signals/rejected-answer';

const answeredWith = (answer: string) => [
  { from: 'customer' as const, text: 'how much is the monthly locker' },
  { from: 'ai' as const, text: answer },
];

describe('an answer turned down flat', () => {
  it.each([
    'wrong.',
    'Wrong, I have a monthly one',
    'nope, not it',
    'rien à voir',
    '不对',
    'sai rồi',
    'falsch, das andere',
  ])('is displeasure with it: %s', (text) =>
    expect(rejectionIn(text, answeredWith('Day lockers are free.'))).not.toBeNull(),
  );

  it.each(['no', 'not that expensive, thanks', 'wrong day for me then', "that's wrong of me, I meant Tuesday"])(
    'is more than a no: %s',
    (text) => expect(rejectionIn(text, answeredWith('Day lockers are free.'))).toBeNull(),
  );

  it('is only a reply after a question of ours', () =>
    expect(rejectionIn('not that', answeredWith('Do you mean the day locker?'))).toBeNull());

  it('needs an answer before it', () => expect(rejectionIn('wrong', [])).toBeNull());
});
