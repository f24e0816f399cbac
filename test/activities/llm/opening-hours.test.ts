import { hoursReply, UNLISTED_HOLIDAY } from '../../../activities/llm/hours/hours-reply';
import type { LoadedBusiness } from '../../../load-business';
import { sampleBusiness } from './draft-request';

/** Sunday, 22 November 2026, 20:30 in Ho Chi Minh City. */
const SUNDAY_EVENING = new Date('2026-11-22T13:30:00Z');
const MONDAY_NOON = new Date('2026-11-23T05:00:00Z');
let business: LoadedBusiness;
/** As the sample business, which is never closed to guests, would be if it wrote its people's hours only. */
let office: LoadedBusiness;
beforeAll(async () => {
  business = await sampleBusiness();
  office = { ...business, openingHours: [] };
});

function said(question: string, at = SUNDAY_EVENING, language = 'en', asked = office): string | null {
  const reply = hoursReply(question, language, asked, at);
  return reply === null || reply === UNLISTED_HOLIDAY ? reply : reply.text;
}

describe('opening hours', () => {
  it('are computed for this moment', () => {
    expect(said('Are you open now?')).toBe('We are closed now. We open again tomorrow (Monday, November 23) at 08:00.');
    expect(said('are you still open', MONDAY_NOON)).toBe('Yes, we are open now, until 20:00.');
  });

  it.each([
    ['are you open on Sunday?', 'We are closed today (Sunday, November 22).'],
    ['when do you open tomorrow', 'Tomorrow (Monday, November 23) we are open 08:00–20:00.'],
    ['are u open tomorrow evening', 'Tomorrow (Monday, November 23) we are open 08:00–20:00.'],
    ['are you open at 9pm on saturday', 'No, we are not open then. On Saturday, November 28 we are open 09:00–17:00.'],
    ['can i come at 10 am on monday when are you open', 'Yes, tomorrow (Monday, November 23) we are open 08:00–20:00.'],
    ['are you open this weekend', 'We are closed today (Sunday, November 22).'],
    ['Are you open on 30 April?', 'We are closed on Friday, April 30. We open again on Monday, May 3 at 08:00.'],
    ['opening hours?', 'Monday – Friday: 08:00–20:00; Saturday: 09:00–17:00; Sunday: closed.'],
  ])('say the day with its hours: %s', (question, text) => expect(said(question)).toContain(text));

  it.each([
    ['chủ nhật bên mình có mở cửa không', 'Chúng tôi nghỉ hôm nay (Chủ Nhật, 22 tháng 11).'],
    ['toi mai may gio dong cua vay shop', 'Ngày mai (Thứ Hai, 23 tháng 11) chúng tôi mở cửa 08:00–20:00.'],
    ['8h tối thứ bảy còn mở không', 'Dạ không, lúc đó chúng tôi không mở cửa.'],
    ['bây giờ còn mở cửa không', 'Dạ, hiện chúng tôi đã đóng cửa.'],
    ['tôi muốn hỏi giờ mở cửa', 'Thứ Hai – Thứ Sáu: 08:00–20:00'],
    ['30/4 co mo cua ko', 'Chúng tôi nghỉ Thứ Sáu, 30 tháng 4.'],
  ])('are said in Vietnamese, asked with accents or without: %s', (question, text) =>
    expect(said(question, SUNDAY_EVENING, 'vi')).toContain(text),
  );

  it.each(['are you open on Tet holiday?', 'tet nay shop co nghi khong', 'Tết có mở cửa không ạ'])(
    'know the listed days of a holiday that moves: %s',
    (question) => expect(said(question)).toContain('February 7'),
  );

  it('are silent about a holiday that the business does not list', () => {
    expect(said('are you open on christmas')).toBe(UNLISTED_HOLIDAY);
    expect(said('giáng sinh có mở cửa không')).toBe(UNLISTED_HOLIDAY);
  });

  it.each([
    'is the pool open on Sunday?',
    'I want to open an account',
    'what time is breakfast tomorrow',
    'hồ bơi mở cửa lúc nào',
    'can you close my account now',
    'my window does not open',
  ])('are not what is asked: %s', (question) => expect(said(question)).toBeNull());

  it('follow hours that run over midnight', () => {
    const bar = { ...office, hours: { ...business.hours, 7: [{ opens: 1080, closes: 1560 }] } };
    const at = new Date('2026-11-22T18:00:00Z');
    const reply = hoursReply('are you open now', 'en', bar, at);
    expect(reply).toMatchObject({ text: expect.stringContaining('we are open now') });
  });
});

describe('opening hours that customers are told', () => {
  const told = (question: string, language = 'en') => said(question, SUNDAY_EVENING, language, business);

  it.each([
    ['are you open Sunday', 'Today (Sunday, November 22) we are open around the clock.'],
    ['are you open on Christmas?', 'On Friday, December 25 we are open around the clock.'],
    ["are you open on new year's day", 'On Friday, January 1 we are open around the clock.'],
    [
      'is the front desk open at 3 am on tuesday',
      'Reception: Yes, on Tuesday, November 24 it is open around the clock.',
    ],
    ['is the pool open on Sunday?', 'Pool: Today (Sunday, November 22) it is open 06:00–21:00.'],
    ['is the bar open now', 'Rooftop bar: Yes, open now, until 24:00.'],
    [
      'is the pool open at 11pm tomorrow',
      'Pool: No, not open then. Tomorrow (Monday, November 23) it is open 06:00–21:00.',
    ],
  ])('are those of what is named, not those of the people who write back: %s', (question, text) =>
    expect(told(question)).toBe(text),
  );

  it('are said in Vietnamese with the name used there', () => {
    expect(told('chủ nhật lễ tân có mở cửa không', 'vi')).toBe(
      'Lễ tân: Hôm nay (Chủ Nhật, 22 tháng 11) mở cửa cả ngày lẫn đêm.',
    );
  });

  it('are left to the knowledge where two places are named', () => {
    expect(told('are the spa and the pool open on Sunday')).toBeNull();
  });

  it('of a part are not those of the whole, where the business tells of the part in its own words', () => {
    expect(said('is the bar open tonight')).toBeNull();
    expect(said('is the restaurant open on Sunday')).toBeNull();
    expect(said('is the hotel open on Sunday')).toContain('closed today');
  });
});
