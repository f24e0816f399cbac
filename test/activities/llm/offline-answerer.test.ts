import type { ToolOutcome } from '../../../activities/llm/answerer';
import { createOfflineAnswerer, type OfflineAnswerer } from '../../../activities/llm/offline-answerer';
import { createBundledEmbedder } from '../../../activities/llm/retrieval/bundled-embedder';
import type { Embedder } from '../../../activities/llm/retrieval/embedder';
import type { CleanText } from '../../../domain/message';
import type { LoadedBusiness } from '../../../load-business';
import { requestOf, sampleBusiness } from './draft-request';

/** A Sunday, 20:30 where the hotel is. */
const NOW = new Date('2026-11-22T13:30:00Z');
let business: LoadedBusiness;
let embedder: Embedder;
let answerer: OfflineAnswerer;
beforeAll(async () => {
  business = await sampleBusiness();
  embedder = createBundledEmbedder();
  answerer = createOfflineAnswerer({ embedder, now: () => NOW });
  await answerer.prepare(business);
}, 60_000);
afterAll(() => embedder.close());

const draft = (message: string, more: Parameters<typeof requestOf>[2] = {}) =>
  answerer.draft(requestOf(business, message, more), { signal: new AbortController().signal });

async function reply(message: string, more: Parameters<typeof requestOf>[2] = {}) {
  const step = await draft(message, more);
  if (step.kind !== 'reply') throw new Error(`a tool call instead of a reply to ${message}`);
  return step;
}

const HELD_OUT = [
  'what time do you serve breakfast?',
  'can I bring my dog?',
  'is there parking for my motorbike',
  'how late can I check out',
  'wifi password please',
  'can I cancel for free?',
  'do you pick up from the airport',
  'hi, do you have vegan dishes?',
  'is there a gym',
  'how can I pay',
  'can you store my bags after checkout',
  'mấy giờ ăn sáng',
  'may gio an sang vay ban',
  'có hồ bơi không?',
  'ho boi mo cua luc nao',
  'tra phong luc may gio',
  'huy phong co mat phi khong',
  'có đưa đón sân bay không',
  'gui hanh ly truoc khi nhan phong duoc khong',
  'thanh toan bang the duoc khong',
];
const FOREIGN = [
  'what is the capital of France?',
  'can you write me a poem',
  'do you sell cars',
  'how do I reset my bank pin',
  'do you have a helipad',
  'thủ đô nước Pháp là gì',
  'bán xe máy không shop',
  'gia vang hom nay bao nhieu',
  'do you have a job opening for a chef',
  'is the hotel haunted',
];

describe('the offline answerer on the sample business', () => {
  it.each(HELD_OUT)('answers word for word from the knowledge: %s', async (question) => {
    const { text, confidence, citations, intent } = await reply(question);
    expect(confidence).toBeGreaterThanOrEqual(business.handoff.confidence);
    expect(intent).toBe('answer');
    expect(business.knowledge.find(({ title }) => title === citations[0]?.title)?.text).toBe(text);
  });

  it('answers in the language of the question where the knowledge has it', async () => {
    expect((await reply('may gio an sang vay ban')).language).toBe('vi');
    expect((await reply('what time do you serve breakfast?')).language).toBe('en');
  });

  it.each(FOREIGN)('is not confident about what it does not know: %s', async (question) => {
    const { confidence, intent } = await reply(question);
    expect(confidence).toBeLessThan(business.handoff.confidence);
    expect(intent).not.toBe('answer');
  });

  it.each(['hello', 'cảm ơn bạn nhiều', 'thanks!', 'bye', 'are you a bot?', '👍'])(
    'is polite without a person: %s',
    async (text) => {
      expect((await reply(text)).confidence).toBeGreaterThan(0.9);
    },
  );

  it.each([
    'my card is [PAYMENT_CARD] and the code is [ONE_TIME_PASSCODE]',
    '[PAYMENT_CARD ••1111]',
    'hi, here is my passport number: [GOVERNMENT_ID]. thanks!',
  ])('says of a message that only hands a hidden number over that it is not needed: %s', async (message) => {
    const { text, confidence, citations, intent } = await reply(message);
    expect(text).toContain('Please do not send card numbers');
    expect({ citations, intent }).toEqual({ citations: [], intent: 'answer' });
    expect(confidence).toBeGreaterThan(0.9);
  });

  it.each([
    ['số thẻ của mình là [PAYMENT_CARD] nhé', 'vi'],
    ['ma otp cua minh la [ONE_TIME_PASSCODE]', 'vi'],
    ['mi tarjeta es [PAYMENT_CARD]', 'es'],
    ['ma carte est [PAYMENT_CARD]', 'fr'],
    ['Meine Karte ist [PAYMENT_CARD]', 'de'],
    ['meu cartão é [PAYMENT_CARD]', 'pt'],
    ['la mia carta è [PAYMENT_CARD]', 'it'],
    ['nomor kartu saya [PAYMENT_CARD]', 'id'],
    ['บัตรของฉันคือ [PAYMENT_CARD]', 'th'],
    ['我的卡号是[PAYMENT_CARD]', 'zh'],
    ['私のカード番号は[PAYMENT_CARD]です', 'ja'],
    ['제 카드 번호는 [PAYMENT_CARD] 입니다', 'ko'],
    ['мой номер карты [PAYMENT_CARD]', 'ru'],
  ])('says so in the language of %s', async (message, language) => {
    expect(await reply(message)).toMatchObject({ language, confidence: 0.97 });
  });

  it.each([
    ['What time is breakfast? My card is [PAYMENT_CARD]', 'Breakfast'],
    ['my passport is [GOVERNMENT_ID] and can I bring my dog?', 'Pets'],
  ])('reads past a hidden number: %s', async (message, title) => {
    expect((await reply(message)).citations.map((citation) => citation.title)).toEqual([title]);
  });

  it.each(['please charge my card [PAYMENT_CARD]', 'someone stole my card [PAYMENT_CARD]', 'refund to [PAYMENT_CARD]'])(
    'is not confident where a hidden number comes with a wish: %s',
    async (message) => expect((await reply(message)).confidence).toBeLessThan(business.handoff.confidence),
  );

  it.each([
    ['wat time is brekfast', 'Breakfast'],
    ['is ther a swiming pool', 'Swimming pool'],
    ['chekout time?', 'Check-out time'],
    ['laundery service', 'Laundry'],
    ['can i stor my lugage', 'Luggage storage'],
  ])('forgives typing mistakes: %s', async (message, title) => {
    const { confidence, citations } = await reply(message);
    expect(citations[0]?.title).toBe(title);
    expect(confidence).toBeGreaterThanOrEqual(business.handoff.confidence);
  });

  it('answers both of two questions, and neither where one has no answer', async () => {
    const both = await reply('What time is breakfast? And do you have a swimming pool?');
    expect(both.citations.map(({ title }) => title)).toEqual(['Breakfast', 'Swimming pool']);
    expect((await reply('When is breakfast? Do you have a helipad?')).intent).toBe('cannot');
  });
});

describe('the offline answerer and look-ups', () => {
  const outcome = (more: Partial<ToolOutcome>): ToolOutcome => ({
    name: 'booking_status',
    args: { bookingId: 'RH204815' },
    status: 'ok',
    text: '' as CleanText,
    fields: {
      id: 'RH204815',
      status: 'confirmed',
      room: 'Deluxe',
      checkIn: '2026-12-01',
      checkOut: '2026-12-03',
      nights: '2',
      guests: '2',
      total: '3,000,000 VND',
    },
    ...more,
  });

  it.each(['status of booking RH204815', 'tình trạng đặt phòng RH204815', 'RH204815'])(
    'looks up the id in: %s',
    async (message) => {
      const step = await draft(message);
      expect(step).toMatchObject({
        kind: 'tools',
        calls: [{ name: 'booking_status', args: { bookingId: 'RH204815' } }],
      });
    },
  );

  it('asks for a missing id once', async () => {
    expect((await reply('where is my booking?')).intent).toBe('clarify');
    expect(await reply('where is my booking?', { clarifyAsked: true })).toMatchObject({ intent: 'cannot' });
  });

  it('answers from the template with what the service said', async () => {
    const { text, confidence } = await reply('status of booking RH204815', { toolResults: [outcome({})] });
    expect(text).toContain('RH204815');
    expect(confidence).toBeGreaterThan(0.9);
  });

  it('says so when the id is unknown, and guesses nothing', async () => {
    const { text } = await reply('status of booking RH204815', {
      toolResults: [outcome({ status: 'not_found', fields: {} })],
    });
    expect(text).toContain('RH204815');
    expect(text).not.toMatch(/confirmed/);
  });

  it('hands off when the service failed', async () => {
    expect(
      (await reply('status of booking RH204815', { toolResults: [outcome({ status: 'failed', fields: {} })] }))
        .confidence,
    ).toBe(0);
  });
});
