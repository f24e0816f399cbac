import { anonymousAddress, recipientOf } from '../../channels/zalo/address';

test.each(['c-1', 'a:b%c', 'thư', ''])(
  'an anonymous visitor is answered in his own conversation, %j',
  (conversation) => {
    expect(recipientOf(anonymousAddress('77:88', conversation))).toEqual({
      anonymous_id: '77:88',
      conversation_id: conversation,
    });
  },
);

test('an id with half a character in it is taken as well as it can be', () => {
  expect(recipientOf(anonymousAddress('77', '\u0000\ud800x'))).toEqual({
    anonymous_id: '77',
    conversation_id: '\u0000\ufffdx',
  });
});
