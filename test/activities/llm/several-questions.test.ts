import { chosen } from '../../../activities/llm/choice';
import { createOfflineAnswerer } from '../../../activities/llm/offline-answerer';
import { questionsIn } from '../../../activities/llm/questions';
import type { LoadedBusiness } from '../../../load-business';
import { requestOf, sampleBusiness } from './draft-request';

describe('the questions of a message', () => {
  it.each<[string, number]>([
    ['What time is breakfast? And do you have a pool?', 2],
    ['what time is breakfast and do you have a pool', 2],
    ['Hi! Is there parking, and how much is late check-out?', 2],
    ['mấy giờ ăn sáng và có hồ bơi không', 2],
    ['may gio an sang voi lai gui xe o dau', 2],
    ['Do you have a pool?', 1],
    ['Hello, we arrive on Friday with two kids. Is there parking?', 1],
    ['can I check in early and leave my bags', 1],
    ['thanks! bye', 0],
  ])('are told apart: %s', (message, count) => expect(questionsIn(message).questions).toHaveLength(count));

  it('leave what only "and" joins as fragments', () => {
    expect(questionsIn('what about breakfast and parking?').fragments).toEqual(['what about breakfast', 'parking?']);
  });
});

describe('the answer to a question of ours', () => {
  const question = 'Which of these do you mean: “Check-in time”, “Late check-out”, “Airport transfer”?';
  it.each<[string, string[]]>([
    ['1', ['Check-in time']],
    ['the second one please', ['Late check-out']],
    ['cái thứ 2 nhé', ['Late check-out']],
    ['the last one', ['Airport transfer']],
    ['airport transfer', ['Airport transfer']],
    ['late checkout', []],
    ['all of them', ['Check-in time', 'Late check-out', 'Airport transfer']],
    ['what is the wifi password', []],
  ])('is read: %s', (message, titles) => expect(chosen(message, question)).toEqual(titles));
});

describe('a message with several questions', () => {
  const answerer = createOfflineAnswerer();
  let business: LoadedBusiness;
  beforeAll(async () => {
    business = await sampleBusiness();
  });
  const reply = async (message: string, more: Parameters<typeof requestOf>[2] = {}) => {
    const step = await answerer.draft(requestOf(business, message, more), { signal: new AbortController().signal });
    if (step.kind !== 'reply') throw new Error('a tool call instead of a reply');
    return step;
  };

  it.each<[string, string[]]>([
    ['What time is breakfast and do you have a swimming pool?', ['Breakfast', 'Swimming pool']],
    ['mấy giờ ăn sáng và có hồ bơi không', ['Bữa sáng', 'Hồ bơi']],
  ])('is answered wholly: %s', async (message, titles) => {
    const { citations, text } = await reply(message);
    expect(citations.map(({ title }) => title)).toEqual(titles);
    for (const title of titles) expect(text).toContain(business.knowledge.find((one) => one.title === title)?.text);
  });

  it.each(['When is breakfast and do you have a helipad?', 'Do you sell cars? What time is breakfast?'])(
    'is not answered by half: %s',
    async (message) => expect(await reply(message)).toMatchObject({ intent: 'cannot' }),
  );

  it('is not answered by half where a look-up answers the other part', async () => {
    const toolResults = [
      {
        name: 'booking_status',
        args: { bookingId: 'RH204815' },
        status: 'ok' as const,
        text: '' as never,
        fields: Object.fromEntries(
          ['id', 'status', 'room', 'checkIn', 'checkOut', 'nights', 'guests', 'total'].map((key) => [key, 'x']),
        ),
      },
    ];
    const both = await reply('Is booking RH204815 confirmed? What time is breakfast?', { toolResults });
    expect(both.citations.map(({ title }) => title)).toEqual(['booking_status', 'Breakfast']);
    const half = await reply('Is booking RH204815 confirmed? Do you have a helipad?', { toolResults });
    expect(half.intent).toBe('cannot');
  });

  it('is one question where both ask the same', async () => {
    const { citations } = await reply('When is breakfast? What time do you serve breakfast?');
    expect(citations).toHaveLength(1);
  });

  it('takes a choice among the titles we offered', async () => {
    const dialogue = [
      { from: 'customer' as const, text: 'late' },
      { from: 'ai' as const, text: 'Which of these do you mean: “Late arrival”, “Late check-out”?' },
      { from: 'customer' as const, text: 'the second' },
    ];
    const { citations, confidence } = await reply('the second', { dialogue, clarifyAsked: true });
    expect(citations.map(({ title }) => title)).toEqual(['Late check-out']);
    expect(confidence).toBeGreaterThanOrEqual(business.handoff.confidence);
  });
});
