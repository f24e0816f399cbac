import { withApostrophes } from '../../../activities/signals/contractions';
import { frustrationIn } from '../../../activities/signals/dissatisfaction';

describe('short forms without an apostrophe', () => {
  it('are read as those with one', () => {
    expect(withApostrophes('that doesnt help, youre not listening')).toBe("that doesn't help, you're not listening");
    expect(frustrationIn('that doesnt help at all').weight).toBe(1);
  });

  it('leave words alone that only look like them', () => {
    expect(withApostrophes('the giant went in want of its pliant print')).toBe(
      'the giant went in want of its pliant print',
    );
  });
});
