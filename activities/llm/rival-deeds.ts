/**
 * Two deeds with one thing are two matters: who asks to buy a motorbike is not told what renting one costs, and who
 * cancels is not told how to book. The words around them are the same, so likeness alone can not tell.
 */
import type { Answer } from '../../domain/knowledge';
import { fold } from '../signals/folding';

/** Of each family an answer may tell one deed or several. Vietnamese syllables count as they are accented. */
const FAMILIES: readonly (readonly RegExp[])[] = [
  [
    /\b(?:rent|rents|rented|renting|rental|rentals|hire|hiring|borrow|lease)\b|(?<!\p{L})(?:thuê|mướn|mượn)(?!\p{L})|\bcho thue\b|\bthue xe\b/u,
    /\b(?:buy|buying|sell|sells|selling|purchase)\b|(?<!\p{L})(?:bán|mua)(?!\p{L})/u,
    /\b(?:repair|repairs|repairing|fix|mend)\b|(?<!\p{L})sửa(?!\p{L})|\bsua chua\b/u,
  ],
  [
    /\b(?:book|booking|bookings|reserve|reservation|appointment)\b|(?<!\p{L})đặt(?!\p{L})|\bdat (?:lich|ban|phong|cho|hen)\b/u,
    /\b(?:cancel|cancels|cancelling|canceling|cancellation|cancelled|call off)\b|(?<!\p{L})(?:hủy|huỷ)(?!\p{L})|\bhuy (?:lich|ban|phong|hen|don)\b/u,
    /\b(?:change|changing|reschedule|rescheduling|postpone|move|moving|amend|modify) (?:(?:my|our|the|a|an|this|that|dates? of my|time of my) )?(?:booking|reservation|appointment|table|slot|dates?|session|visit)\b|(?<!\p{L})(?:đổi|dời|hoãn|lùi) (?:giờ đặt|ngày đặt|lịch|hẹn|ngày|giờ|bàn)(?!\p{L})|\b(?:doi|hoan|lui) (?:lich|hen|ngay|gio)\b/u,
  ],
  [
    /\b(?:do|would|can|could|will) (?:you|u|the shop|the store) (?:guys )?(?:also |ever |still )?(?:buy|take in|purchase)\b|\btrade[- ]?ins?\b|\bpart[- ]exchange\b|\bsell (?:you|u|to you|my|our|it to you|mine)\b|(?<!\p{L})(?:thu mua|thu lại|thu cũ)(?!\p{L})|\bthu mua\b/u,
    /\b(?:do|can|could) (?:you|u|the shop|the store) (?:guys )?(?:also |still )?sell\b|\bfor sale\b|\bwe (?:also )?sell\b|\b(?:can|could|may|want to|like to) (?:i |we )?buy\b|(?<!\p{L})(?:có bán|bên em bán|shop bán|mua được)(?!\p{L})/u,
  ],
];

/** "I want to cancel my booking": what is done with it says more than what it is. */
const ONLY_THE_THING = FAMILIES[1]?.[0];

/** The question is about a deed, and the answer about others of its family only. */
export function isAboutAnotherDeed(question: string, { title, questions, text }: Answer): boolean {
  const told = [title, ...questions, text].join('\n');
  return FAMILIES.some((family) => {
    const deeds = deedsIn(question, family);
    const asked = deeds.length > 1 ? deeds.filter((deed) => deed !== ONLY_THE_THING) : deeds;
    if (asked.length === 0) return false;
    const answered = deedsIn(told, family);
    return answered.length > 0 && !asked.some((deed) => answered.includes(deed));
  });
}

function deedsIn(text: string, family: readonly RegExp[]): RegExp[] {
  const written = text.normalize('NFC').toLowerCase();
  const bare = fold(text);
  return family.filter((deed) => deed.test(written) || deed.test(bare));
}
