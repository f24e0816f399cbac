import { hoursReply, UNLISTED_HOLIDAY } from '../../../activities/llm/hours/hours-reply';
import type { LoadedBusiness } from '../../../load-business';
import { sampleBusiness } from './draft-request';

/** Sunday, 22 November 2026, 20:30 in Ho Chi Minh City. */
const SUNDAY_EVENING = new Date('2026-11-22T13:30:00Z');
const MONDAY_NOON = new Date('2026-11-23T05:00:00Z');
let business: LoadedBusiness;
beforeAll(async () => {
  business = await sampleBusiness();
});

function said(question: string, at = SUNDAY_EVENING, language = 'en'): string | null {
  const reply = hoursReply(question, language, business, at);
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
    const bar = { ...business, hours: { ...business.hours, 7: [{ opens: 1080, closes: 1560 }] } };
    const at = new Date('2026-11-22T18:00:00Z');
    const reply = hoursReply('are you open now', 'en', bar, at);
    expect(reply).toMatchObject({ text: expect.stringContaining('we are open now') });
  });
});
