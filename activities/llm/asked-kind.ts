/**
 * What a question asks for must stand in the answer: who asks for a price is not helped by how long it takes, however
 * alike the words around are. Only what a text shows plainly is checked, money, spans of time, hours, ages, booking and
 * cancelling, and only where it plainly has none; English and Vietnamese.
 */
import type { Answer } from '../../domain/knowledge';
import { fold } from '../signals/folding';

interface Kind {
  /** Over the folded question. */
  asked: RegExp;
  /** Over the folded answer, title and all. */
  told: RegExp;
}

const NUMBER =
  '(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|half|several|few|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|vai|nua|may)';

const KINDS: readonly Kind[] = [
  {
    asked:
      /\bhow much (?:is|are|was|does|do|did|for|to|per|a|an|the|u|you)\b|\bhow much\W*$|\b(?<!(?:better|best|good|great|nice|fair) )(?:prices?|costs?|fees?|pricing)\b|\b(?:bao nhieu|nhieu|may|bao) tien\b|\bgia (?:bao nhieu|sao|the nao|nhu the nao|ra sao|ca)\b|\bhet (?:bao nhieu|nhieu)\b/,
    told: /\d{3}|\d[.,]\d{3}|\d\s*(?:k|tr|usd|eur|vnd|d|%|percent|dollars?|euros?|pounds?)\b|[$€£¥]|\b(?:free|no charge|included|complimentary|costs?|prices?|fees?|pay|paid|charged?|surcharge|discount|rates?|quote|estimate|mien phi|gia|phi|khong mat|khong tinh|tinh tien|bao gia|giam)\b/,
  },
  {
    asked:
      /\bhow long\b(?! (?:is the|are the) (?:pool|table|cable|cord|rope|bed|route|ride|tour|walk))|\bhow many (?:days|hours|weeks|minutes|months|years)\b|\bturnaround\b|\bbao lau\b|\b(?:mat|het|trong|sau|doi|cho) (?:may|bao nhieu) (?:ngay|tieng|gio|tuan|thang|phut)\b/,
    told: new RegExp(
      `\\b${NUMBER}[ -](?:to |or |and |den |hoac |working |business |full |more |lam viec )*(?:${NUMBER} )?(?:working |business |full )?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|months?|years?|sessions?|phut|gio|tieng|ngay|dem|tuan|thang|nam|buoi)\\b|\\b\\d+ ?(?:h|hrs?|min)\\b|\\b(?:same day|next day|overnight|immediately|at once|straight away|while you wait|on the spot|as long as|until|no limit|unlimited|for ever|forever|lifetime|trong ngay|ngay lap tuc|lay lien|lay ngay|den khi|tron doi|khong gioi han|hom sau)\\b|\\d{1,2}[:h]\\d{2}`,
    ),
  },
  {
    asked: /\b(?:what time|at what hour|what hours?|may gio)\b/,
    told: /\d{1,2} ?(?:[:.h]\d{2}|am\b|pm\b|h\b|gio\b|o'clock)|\b(?:any ?time|always|around the clock|day and night|24\/?7|24 hours|noon|midnight|midday|hours|sunrise|sunset|bat cu luc nao|ca ngay|trua|nua dem|luc nao cung)\b/,
  },
  {
    asked: /\b(?:how old|what age|age limit|minimum age|may tuoi|bao nhieu tuoi)\b/,
    told: /\d|\b(?:age|ages|aged|any age|all ages|years old|adults?|under|over|tuoi)\b/,
  },
  {
    asked:
      /\b(?:book me|reserve me|save (?:me|us) an?|keep (?:me|us) an?|sign (?:me|us) up|put (?:me|us) down|make an? (?:booking|reservation|appointment)|(?:like|want|need) to (?:book|reserve)|how (?:do|can) i (?:book|reserve)|(?:can|could|may) (?:i|we) (?:book|reserve)|muon dat (?:lich|cho|ban|phong|hen)|dat (?:lich|cho|ban|phong|hen) (?:the nao|sao|lam sao|nhu the nao))\b/,
    told: /\b(?:book\w*|reserv\w*|appointments?|sign(?:ing)? up|regist\w+|enrol\w*|in advance|ahead|walk in|tickets?|dat|hen|giu cho|dang ky|truoc)\b/,
  },
  {
    asked:
      /\b(?:(?:how (?:do|can|to)|(?:can|could|may) (?:i|we)|(?:want|need|like) to) (?:i )?(?:cancel|call off)|muon huy|huy (?:the nao|sao|lam sao))\b/,
    told: /\b(?:cancel\w*|call(?:ed)? off|end\w*|stop\w*|notice|refund\w*|huy|cham dut|ket thuc|ngung)\b/,
  },
];

/** The question plainly asks for something of which the answer plainly tells nothing, nor is it ever asked for it. */
export function lacksWhatIsAsked(
  question: string,
  { title, text, questions, language }: Pick<Answer, 'title' | 'text' | 'questions' | 'language'>,
): boolean {
  if (!/^(?:en|vi)\b/.test(language)) return false;
  const asked = fold(question);
  const kinds = KINDS.filter((kind) => kind.asked.test(asked));
  if (kinds.length === 0) return false;
  const told = fold(`${title}\n${text}`);
  const examples = questions.map(fold);
  return kinds.every((kind) => !kind.told.test(told) && !examples.some((example) => kind.asked.test(example)));
}
