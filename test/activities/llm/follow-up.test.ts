import { offlineAnswerer } from '../../../activities/llm/offline-answerer';
import { smallTalkIn } from '../../../activities/llm/small-talk';
import type { LoadedBusiness } from '../../../load-business';
import { requestOf, sampleBusiness } from './draft-request';

let business: LoadedBusiness;
beforeAll(async () => {
  business = await sampleBusiness();
});

async function askedAfter(title: string, message: string) {
  const answer = business.knowledge.find((one) => one.title === title);
  if (!answer) throw new Error(`there is no ${title}`);
  const dialogue = [
    { from: 'customer' as const, text: answer.questions[0] ?? title },
    { from: 'ai' as const, text: answer.text },
    { from: 'customer' as const, text: message },
  ];
  return offlineAnswerer.draft(requestOf(business, message, { dialogue }), { signal: new AbortController().signal });
}

describe('a question that goes on from the last answer', () => {
  it.each([
    ['Breakfast', 'and on Sundays?'],
    ['Bicycles, motorbikes and tours', 'how much is it then?'],
    ['Hồ bơi', 'thế mấy giờ vậy'],
    ['Thuê xe và tour', 'vậy bao nhiêu tiền một ngày'],
  ])('is answered by it where it holds what is asked: %s, %s', async (title, message) => {
    expect(await askedAfter(title, message)).toMatchObject({ intent: 'answer', citations: [{ title }] });
  });

  it.each([
    ['Breakfast', 'and with a helicopter?'],
    ['Smoking', 'when is it then?'],
    ['Pets', 'and on Sundays?'],
    ['Check-out time', 'how much is that?'],
  ])('is not understood where it asks for more: %s, %s', async (title, message) => {
    const step = await askedAfter(title, message);
    if (step.kind !== 'reply') throw new Error('a reply was expected');
    expect(step.intent === 'answer' && step.citations[0]?.title === title).toBe(false);
  });

  it('means nothing without one', async () => {
    const step = await offlineAnswerer.draft(requestOf(business, 'and on Sundays?'), {
      signal: new AbortController().signal,
    });
    expect(step).toMatchObject({ intent: 'cannot' });
  });
});

describe('small talk', () => {
  it.each([
    ['thank u so much, bye', 'goodbye'],
    ['ok thx, see you saturday', 'goodbye'],
    ['dạ em cảm ơn ạ', 'thanks'],
    ['how are you today?', 'greeting'],
    ['hi, good morning', 'greeting'],
  ])('may be several courtesies in one: %s', (text, kind) => expect(smallTalkIn(text)).toBe(kind));

  it.each([
    'thanks, what time is breakfast',
    'em muốn đặt phòng ạ',
    'see you saturday at the pool?',
    'good pool',
    'ok when',
  ])('is not where anything else stands: %s', (text) => expect(smallTalkIn(text)).toBeNull());
});
