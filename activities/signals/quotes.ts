/**
 * What the customer only repeats of others: 'the mail says "I want to speak to a manager"' asks for nobody. Quotes are
 * left out where a word of saying stands in the text; a quoted word or two stay, for they may be emphasis.
 */
import { fold } from './folding';

const SAID =
  /\b(?:says?|said|saying|wrote|writes|written|reads?|told|quote|quoted|title|titled|called|sign|message|email|mail|review|song|bao|noi|viet|ghi|dong chu|tin nhan|dice|decia|dijo|escribio|dit|ecrit|sagt|sagte|schrieb|steht|diz|disse|dice|scritto|bilang|katanya|tulis|sabi)\b|(?:сказал|написал|пишет|говорит|说|說|写着|寫著|と書|と言|라고|เขียนว่า|บอกว่า)/u;
const QUOTED = /["“«「『„][^"”»」』“]{6,}["”»」』“]/gu;

export function withoutQuotes(text: string): string {
  const rest = text.replace(QUOTED, (quote) =>
    /\s/.test(quote.trim()) || /[\u3040-\u9fff]/.test(quote) ? ' … ' : quote,
  );
  return rest !== text && rest.replace(/[…\s]/g, '') !== '' && SAID.test(fold(rest)) ? rest : text;
}
