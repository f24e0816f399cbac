import { detect } from '../../../activities/signals/detect';
import { type DialogueMessage, dialogueFromFilter } from '../../../activities/signals/dialogue';
import type { LoadedBusiness } from '../../../load-business';
import { sampleBusiness } from '../llm/draft-request';

let business: LoadedBusiness;
beforeAll(async () => {
  business = await sampleBusiness();
});

const customer = (text: string): DialogueMessage => ({ from: 'customer', text });
const ai = (text: string): DialogueMessage => ({ from: 'ai', text });
const done: DialogueMessage = { from: 'system', text: '', boundary: true };
const fired = (...dialogue: DialogueMessage[]) =>
  detect(dialogue, business).fired.map(({ reason, topic }) => topic ?? reason);
const dissatisfaction = (...dialogue: DialogueMessage[]) =>
  detect(dialogue, business).measured.find(({ reason }) => reason === 'repeated_dissatisfaction')?.score;

describe('repeated dissatisfaction', () => {
  it.each<[string, DialogueMessage[]]>([
    [
      'English',
      [customer('this is not helpful at all'), ai('Sorry!'), customer('still not working, this is ridiculous')],
    ],
    [
      'Vietnamese',
      [customer('bực mình quá, trả lời vậy ai hiểu'), ai('Xin lỗi'), customer('sao vẫn chưa được vậy, tệ quá')],
    ],
    ['bare Vietnamese', [customer('hoi mai khong thay tra loi'), ai('Xin chao'), customer('buc minh qua di')]],
    [
      'Spanish',
      [customer('no me sirve esa respuesta'), ai('Lo siento'), customer('Esto es ridículo, siempre lo mismo')],
    ],
  ])('fires at the second expression in %s, not at the first', (_, dialogue) => {
    expect(fired(...dialogue.slice(0, 1))).toEqual([]);
    expect(fired(...dialogue)).toEqual(['repeated_dissatisfaction']);
  });

  it('counts a question asked again after an answer', () => {
    const again = [
      customer('How do I change my booking date?'),
      ai('Breakfast is at 7.'),
      customer('How can I change the date of my booking?'),
    ];
    expect(fired(...again)).toEqual(['repeated_dissatisfaction']);
  });

  it('takes the same question about another thing for a new one', () => {
    expect(
      fired(
        customer('Do you have a double room for Friday?'),
        ai('Yes.'),
        customer('Do you have a double room for Saturday?'),
      ),
    ).toEqual([]);
    expect(fired(customer('what time is check in?'), ai('14:00'), customer('what time is check out?'))).toEqual([]);
  });

  it.each([
    ['Where is my order 113542617735902?', 'Can I change the address of order 113542617735902?'],
    ['my card is [PAYMENT_CARD], is parking free?', 'my card is [PAYMENT_CARD], is there a gym?'],
    ['what is the status of RH204815?', 'what is the status of RH204816?'],
  ])('takes another question with the same number, or the same about another number, for a new one: %s', (...asked) => {
    const [first, second] = asked;
    expect(fired(customer(first), ai('Yes.'), customer(second))).toEqual([]);
  });

  it('still hears the same question about the same number again', () => {
    const asked = 'when will order 113542617735902 arrive';
    expect(fired(customer(`${asked}?`), ai('Yes.'), customer(asked))).toEqual(['repeated_dissatisfaction']);
  });

  it('shows the customer’s own words as evidence', () => {
    const { fired: both } = detect(
      [customer('THIS is   Useless!'), ai('Sorry'), customer('Still not   working, this is RIDICULOUS')],
      business,
    );
    expect(both[0]?.evidence).toBe('Useless | RIDICULOUS');
  });

  it('is forgiven by thanks', () => {
    expect(
      fired(
        customer('this is useless'),
        ai('Try the link'),
        customer('thanks, that works'),
        ai('Good'),
        customer('it is annoying again'),
      ),
    ).toEqual([]);
  });

  it('starts anew after /done: thanks raise nothing, and a complaint that comes back is one expression', () => {
    const before = [customer('my wifi is not working'), ai('Restart it'), customer('still not working')];
    expect(dissatisfaction(...before, done, customer('thanks for the help'))).toBe(0);
    expect(dissatisfaction(...before, done, customer('my wifi is not working again'))).toBe(0.5);
  });

  it('forgets what is more than six customer messages ago', () => {
    const between = [
      'is parking free?',
      'and towels?',
      'do you have a gym?',
      'where is the spa?',
      'how much is laundry?',
      'pets?',
    ];
    const dialogue = [
      customer('this is useless'),
      ...between.flatMap((text) => [ai('Yes.'), customer(text)]),
      ai('Yes.'),
      customer('that is not helpful'),
    ];
    expect(dissatisfaction(...dialogue)).toBe(0.5);
  });
});

describe('sensitive topics', () => {
  it.each([
    ['You charged me twice for the same night', 'refund_dispute'],
    ['toi muon doi lai tien coc', 'refund_dispute'],
    ['You charged my card twice', 'refund_dispute'],
    ['I was billed two times for one night', 'refund_dispute'],
    ['tôi bị trừ tiền hai lần', 'refund_dispute'],
    ['toi bi tru tien 2 lan', 'refund_dispute'],
    ['Why are there two payments on my statement?', 'refund_dispute'],
    ['my wife fainted in the bathroom', 'guest_safety'],
    ['tôi không muốn sống nữa', 'acute_distress'],
    ['toi muon chet', 'acute_distress'],
    ['I want to die', 'acute_distress'],
  ])('are recognised: %s', (text, topic) => expect(fired(customer(text))).toContain(topic));

  it.each([
    'What is your chargeback policy?',
    'Can I get my money back if I cancel in time?',
    'do you have an emergency exit',
    'this cake is to die for',
    'đói muốn chết, mấy giờ ăn tối?',
    'is there a smoke-free floor?',
    'how much is the deposit',
    'do you charge the card at booking?',
    'is the deposit charged twice a stay?',
    'Will I be charged twice if I book two rooms?',
    'when will my card be charged?',
    'đặt cọc trừ tiền thẻ khi nào',
  ])('are judged in context: %s', (text) => expect(fired(customer(text))).toEqual([]));

  it('reads a phrase in a product name as the product', () => {
    const topics = [{ id: 'fraud', description: 'fraud', phrases: ['fraud'], examples: [] }];
    const shop = { ...business, topics };
    const reasons = (text: string) => detect([customer(text)], shop).fired;
    expect(reasons('do you sell fraud-proof wallets')).toEqual([]);
    expect(reasons('there was fraud on my account')).toHaveLength(1);
  });

  it('are narrowed by id', () => {
    const { fired: none } = detect([customer('You charged me twice')], business, { topics: ['guest_safety'] });
    expect(none).toEqual([]);
  });
});

describe('one dialogue', () => {
  it('hears a wish that is cut in two messages', () => {
    expect(fired(customer('can I talk to'), customer('a real person'))).toEqual(['explicit_request']);
  });

  it('gives every score with its threshold, fired or not, primary first', () => {
    const { fired: both, measured } = detect([customer('You charged me twice, let me talk to a manager')], business);
    expect(both.map(({ reason }) => reason)).toEqual(['sensitive_topic', 'explicit_request']);
    expect(measured).toHaveLength(2 + business.topics.length);
  });

  it('judges nothing when the last word is not the customer’s', () => {
    expect(fired(customer('I want a human'), ai('Hello'))).toEqual([]);
  });

  it('reads an operator’s /done in a filter’s line as the boundary', () => {
    const dialogue = dialogueFromFilter([
      { from: 'customer', text: 'this is useless' },
      { from: 'operator', text: '/done' },
      { from: 'customer', text: 'that is not helpful' },
    ]);
    expect(fired(...dialogue)).toEqual([]);
  });
});
