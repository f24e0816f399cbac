import { sourceTitle } from '../../domain/source-title';

test('a tool is read by its name in words', () => {
  expect(sourceTitle('booking_status')).toBe('Booking status');
});

test.each(['Check-in time', 'Giờ nhận phòng', 'parking', 'Wi-Fi', 'check-in'])(
  'an answer keeps its own title: %s',
  (title) => {
    expect(sourceTitle(title)).toBe(title);
  },
);
