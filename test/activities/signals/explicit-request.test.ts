import { detectExplicitRequest } from '../../../activities/signals/explicit-request';
import { growth, LINEAR } from '../../support/processor-time';

const fires = (text: string) => {
  const { score, threshold } = detectExplicitRequest(text, { departments: ['Boat house'] });
  return score >= threshold;
};

describe('a customer who asks for a person', () => {
  it.each([
    'I want a human. Now.',
    'can I tlak to a humna',
    'are you a bot? let me speak to someone',
    'are you a bot or a human, get me a human',
    'Could one of your colleagues call me back?',
    "I'd rather deal with a real person",
    'no more bots',
    'please put me through to the boat house',
    'Cho tôi gặp nhân viên',
    'cho em gap nhan vien tu van voi',
    'Không muốn nói chuyện với bot nữa',
    'nhân viên đâu rồi',
    'Quiero hablar con una persona',
    'Je veux parler à un humain',
    'Ich möchte mit einem Menschen sprechen',
    'posso falar com alguém?',
    'Vorrei parlare con un operatore',
    'Ik wil met een medewerker spreken',
    'Chcę rozmawiać z konsultantem',
    'saya mau bicara dengan manusia',
    'Müşteri temsilcisine bağlanmak istiyorum',
    'Хочу поговорить с живым человеком',
    '我要找真人客服',
    'オペレーターにつないでください',
    '상담원 연결해 주세요',
    'ขอคุยกับเจ้าหน้าที่',
    'أريد التحدث مع موظف',
    'मुझे किसी इंसान से बात करनी है',
  ])('is heard: %s', (text) => expect(fires(text)).toBe(true));

  it.each([
    "I don't want to talk to a human",
    'How do I contact you?',
    'I already spoke to an agent yesterday and he said the pool is open',
    'am I talking to a real person?',
    'are you a human or a bot?',
    'is this a machine or a real person',
    'Is there a travel agent discount?',
    'How much for an extra person?',
    'can somebody else use my booking?',
    'your operator was very kind',
    'Tôi không cần gặp nhân viên đâu',
    'nhân viên của các bạn rất thân thiện',
    'hôm qua tôi đã nói chuyện với nhân viên lễ tân',
    'Phòng cho 4 người có không?',
    'làm sao liên hệ với khách sạn',
    'no necesito hablar con un agente',
    'ich will nicht mit einem Menschen sprechen',
    '不用转人工',
  ])('is not imagined: %s', (text) => expect(fires(text)).toBe(false));

  it.each([
    'We arrive after midnight, is somebody there?',
    'We land at 2am. Is there a receptionist at that hour?',
    'do you have someone at reception 24/7?',
    'Are there staff members at the pool?',
    'is anyone there on sunday evening?',
    'Is somebody there to let us in?',
    'Is there a concierge?',
    'Đến sau nửa đêm có ai ở đó không?',
    'toi 23h co nhan vien le tan khong',
  ])('is not heard in a question about who is where and when: %s', (text) => expect(fires(text)).toBe(false));

  it.each([
    'is anybody there?',
    'Is there a real person available tonight?',
    'is there someone I can talk to at night',
    'có ai ở đó không',
    'is there a manager?',
  ])('is heard all the same in: %s', (text) => expect(fires(text)).toBe(true));

  it.each([
    ['Hello!  Can I Talk  to a Person , please?', 'Can I Talk  to a Person , please'],
    ['Can I  TLAK to a Humna please', 'Can I  TLAK to a Humna please'],
    ['Cho tôi gặp   Nhân Viên nhé', 'gặp   Nhân Viên'],
  ])('is shown in the customer’s own words: %s', (text, evidence) => {
    expect(detectExplicitRequest(text, { departments: [] }).evidence).toBe(evidence);
  });

  it.each(['talk to ', "don't want ", 'noi chuyen voi ', 'a.', 'a? ', '1,', '人工', '![', 'x'])(
    'takes time in proportion to length: %j again and again',
    (piece) => {
      const longest = 16_000;
      const read = (length: number) => fires(piece.repeat(Math.ceil(length / piece.length)));
      expect(growth(read, longest / 10)).toBeLessThan(LINEAR);
    },
  );
});
