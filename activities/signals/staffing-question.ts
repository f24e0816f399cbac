/**
 * "We arrive after midnight, is somebody there?": whether a place is staffed at a time is a question about the
 * business. The same words with no time or place in the message ("is anybody there?") ask for a person now.
 */

/** What was matched only asks whether somebody exists. */
const EXISTENCE = /^(?:is|are|have|co) /;
/** Of that, what can only mean a person in this chat. */
const IN_THIS_CHAT =
  /\b(?:humans?|real|actual|live|agents?|operators?|reps?|representatives?|human being|talk|speak|chat|help me|assist me|nguoi that|tu van vien|ho tro|tu van|online|noi chuyen)\b/;
const WISH =
  /\b(?:talk|speak|chat|connect|transfer|instead of|bot|robot|noi chuyen|gap|ket noi|nghe may|giup (?:toi|em|minh|bac|co|chu|chau|con))\b/;
const TIME =
  /\b(?:midnight|nights?|overnight|late|early|mornings?|afternoons?|evenings?|dawn|noon|o'clock|\d{1,2}(?::\d\d)? ?(?:am|pm|a m|p m|h)|\d{1,2}:\d\d|24 ?(?:\/ ?7|hours?|h)|round the clock|around the clock|all day|always|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|weekends?|holidays?|christmas|tet|new year'?s?|tomorrow|tonight|when (?:i|we) (?:arrive|come|get|land|check|reach)|after hours|(?:i|we)(?:'ll| will|'re| are|'m| am)? (?:arriv\w+|land\w*|check\w*|com(?:e|ing)|get there|be there)|arrivals?|nua dem|ban dem|dem|khuya|toi muon|den muon|den tre|den luc|\d{1,2} ?(?:h|gio)|24 ?\/ ?(?:24|7)|24h|ca ngay|cuoi tuan|chu nhat|thu (?:hai|ba|tu|nam|sau|bay)|ngay le|sang som|buoi (?:sang|trua|chieu|toi)|le tet)\b/;
const PLACE =
  /\b(?:(?:at|in|on|by|from|near) (?:the |your |each |every )?(?:reception|front desk|desk|lobby|door|gate|entrance|pool|gym|spa|sauna|restaurant|bar|beach|airport|station|floor|building|property|hotel|premises|site|car park|parking|kids? club|kitchen)|on ?site|lifeguard|(?:o|tai|ngoai) (?:le tan|quay|sanh|cong|cua|ho boi|be boi|phong gym|san bay|khach san|nha hang|bai xe))\b/;

/** What somebody would be there for that nobody does in a chat. */
const TASK =
  /\b(?:there|here|available|around|on duty) (?:who can |that can |to )(?:let|open|meet|receive|welcome|greet|pick|carry|clean|watch|look after|give us|give me|hand over|bring)\b|\b(?:who|that) speaks? \w+/;

/** `matched` is what speaks for a request, `sentence` where it stands, `whole` the message; all folded. */
export function asksAboutStaffing(matched: string, sentence: string, whole: string): boolean {
  if (!EXISTENCE.test(matched)) return false;
  if (matched.startsWith('have ') && !/\b(?:do|does|will|would) (?:you|they|the \w+) (?:\w+ )?have\b/.test(sentence))
    return false;
  if (IN_THIS_CHAT.test(matched) || WISH.test(whole)) return false;
  return TIME.test(whole) || PLACE.test(whole) || TASK.test(sentence) || /\bconcierge\b/.test(matched);
}
