/**
 * Whether a message asks when the business is open and nothing else. Every word must be one such questions are made
 * of: "is the pool open on Sunday?" asks about the pool, and is for the knowledge.
 */
import type { DateTime } from 'luxon';
import { words } from '../../signals/folding';
import { type AskedTime, askedTime } from './asked-time';
import { type Opened, openedPlace, type Place } from './opened-place';

/** One of these makes it a question about hours. */
const ABOUT_HOURS =
  /\b(?:open(?:ing|s)?|close[sd]?|closing|working hours|business hours|opening hours|hours|mo cua|dong cua|nghi|lam viec|gio (?:mo|dong|lam)|co mo|con mo|mo den|mo toi|mo luc|mo tu|mo khong|mo ko)\b/;
/** "Can you open a ticket", "I want to open an account": not the door. */
const OTHER_OPENING = /\b(?:open(?:ing)? (?:an?|the|my|new)|close (?:an?|the|my)|mo (?:tai khoan|the))\b/;
const WORDS = new Set(
  `are is do does did will would can could you u your guys y'all they be it its the a an of at on in to from until till by for and or so what what's whats when which how late long early time times hours hour open opening opens opened close closes closed closing working work business day days today shop store clinic office restaurant cafe hotel bar place salon branch location centre center here there please pls tell me know if i come visit drop still yet also hi hello hey just any public holiday holidays during happen then until up ok okay normally usually
  ben minh shop quan tiem cua hang phong kham nha hang khach san van vp ban em anh chi ad a ah oi nhe nha vay the co con mo dong cua khong ko k hong gio may luc nao den toi tu lam viec nghi ngay le hom la thi bao nhieu khi cho hoi xin chao da van phong duoc hay va vao cac trong thoi gian chua ha ma o dau gi toi muon biet can cai nam`.split(
    /\s+/,
  ),
);

/** The time and the place asked about, or null where the message asks something else. */
export function hoursQuestion(message: string, now: DateTime, business: Opened): (AskedTime & { place: Place }) | null {
  if (message.length > 160) return null;
  const asked = askedTime(message, now);
  if (!ABOUT_HOURS.test(asked.rest) || OTHER_OPENING.test(asked.rest)) return null;
  const opened = openedPlace(asked.rest, business);
  if (!opened) return null;
  const named = new Set(words(business.name));
  const rest = words(opened.rest);
  return rest.every((word) => WORDS.has(word) || named.has(word)) ? { ...asked, place: opened.place } : null;
}
