/** When two versions of one message are one row, and when they are not. */
import { isUnreadable, otherVersionIn, showsUnreadable } from '../../activities/unreadable';
import { row } from './transcript-fixture';

describe('an unreadable message', () => {
  it('has no words and nothing that could be opened', () => {
    expect(isUnreadable({ text: '', attachments: [{ kind: 'other' }] })).toBe(true);
    expect(isUnreadable({ text: '', attachments: [] })).toBe(false);
    expect(isUnreadable({ text: 'hello', attachments: [{ kind: 'other' }] })).toBe(false);
    expect(isUnreadable({ text: '', attachments: [{ kind: 'photo' }] })).toBe(false);
    expect(isUnreadable({ text: '', attachments: [{ kind: 'other', reference: '{}' }] })).toBe(false);
  });

  it('is known in the transcript by its mark alone, which a customer who types it does not get', () => {
    expect(showsUnreadable(row(1, 'customer', '[other]', { attachments: [{ kind: 'other' }] }))).toBe(true);
    expect(showsUnreadable(row(1, 'customer', '[other]'))).toBe(false);
    expect(showsUnreadable(row(1, 'customer', 'room 12', { attachments: [{ kind: 'other' }] }))).toBe(false);
  });

  it('is another version of a message only where id and author are the same and the original is not', () => {
    const rows = [
      row(1, 'operator', 'hello', { messageId: 'a', originalId: 'o-1' }),
      row(2, 'customer', '[other]', { messageId: 'a', originalId: 'o-2' }),
      row(3, 'customer', 'else', { messageId: 'b', originalId: 'o-3' }),
    ];
    const version = (originalId: string, author: 'customer' | 'operator' = 'customer') =>
      otherVersionIn(rows, { messageId: 'a', author, originalId })?.seq;
    expect(version('o-9')).toBe(2);
    expect(version('o-9', 'operator')).toBe(1);
    // The same original again is a retry of itself, no other version.
    expect(version('o-2')).toBeUndefined();
    expect(otherVersionIn(rows, { messageId: 'c', author: 'customer', originalId: 'o-9' })).toBeUndefined();
  });
});
