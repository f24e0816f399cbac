import { redact } from '../../redaction';

const seen = (text: string, question?: string) => {
  const earlier = question ? [{ id: '1', from: 'operator' as const, text: question }] : [];
  return redact(text, { earlier }).findings.map(({ start, end }) => text.slice(start, end));
};

describe('six digits that no word names', () => {
  test.each([
    ['typed and refused', 'je rentre 380570 et ça me dit expiré', '380570'],
    ['typed and refused, in another script', '我输入419096提示已过期', '419096'],
    ['typed, and read off a screen', 'the phone said 578806 and I typed that in', '578806'],
    ['nobody’s business, and it came', '090138 came thru, it says never share', '090138'],
    ['wrong where somebody logs in', 'logging in with 402771 is wrong every time', '402771'],
    ['on a phone where somebody logs in', 'beim Anmelden kam 518802 aufs Handy', '518802'],
  ])('are a code where they were %s', (_, text, code) => {
    expect(seen(text)).toEqual([code]);
  });

  test.each([
    ['only came', 'phone case 369807 came cracked'],
    ['only stand in an account', 'in mijn account staat 776781 open'],
    ['were typed into a search', 'gebe ich 531649 in die Suche ein kommt nichts'],
    ['were typed into a basket', "j'ai mis 947786 dans le panier et erreur"],
    ['are an article’s by name', 'ввожу артикул 402938, ошибка'],
    ['are a round sum', 'je rentre 380000 et ça me dit expiré'],
    ['are not six', 'je rentre 38057 et ça me dit expiré'],
  ])('stay where they %s', (_, text) => {
    expect(seen(text)).toEqual([]);
  });

  test('of several numbers only those are codes that have such words beside them', () => {
    expect(seen('so I entered 380570, expired. then entered 114282, expired too')).toEqual(['380570', '114282']);
    expect(seen('380570 and later 114282 were on the list I was reading, and what they entered was wrong')).toEqual([]);
  });

  test('are a code right after the other side said that a message was sent', () => {
    expect(seen('620045', 'Jeg har lige sendt dig en besked.')).toEqual(['620045']);
    expect(seen('620045', 'Jeg har lige set på det.')).toEqual([]);
  });

  test('answer the question for a harmless number even where a message was sent', () => {
    expect(seen('620045', 'I have sent you a message. Your order number, please?')).toEqual([]);
  });
});
