/**
 * An answer turned down flat, "wrong.", "rien à voir", "不对": said right under an answer, as a whole message or as its
 * opening, it is displeasure with that answer. After a question of ours it is only a reply.
 */
import type { DialogueMessage } from './dialogue';
import { fold } from './folding';

/** Folded, between punctuation; a bare "no" is none of them, for answers that say no are agreed with so. */
const REJECTIONS = new Set(
  `wrong|wrong answer|wrong again|still wrong|also wrong|wrong one|incorrect|false|irrelevant|not relevant|not it|not that|not this|that's not it|thats not it|that isn't it|that is not it|this is not it|no not that|no not it|nope not it|not even close|not what i meant|no that's wrong|that's wrong|that is wrong|thats wrong|nothing to do with it|that has nothing to do with it|that's something else|something else entirely|no no|no no no|not my question|huh no|what no
sai|sai roi|sai bet|khong phai|ko phai|k phai|khong phai cai do|ko phai cai do|khong phai vay|khong phai the|khong dung|ko dung|nham roi|dau phai|dau phai cai do|khong lien quan|ko lien quan|lac de roi
no es eso|eso no|eso no es|incorrecto|mal|equivocado|no tiene nada que ver|nada que ver|no no|faux|pas ca|c'est pas ca|ce n'est pas ca|non pas ca|rien a voir|ca n'a rien a voir|incorrect|falsch|stimmt nicht|das stimmt nicht|nicht das|das ist es nicht|nein nicht das|das meine ich nicht|darum geht es nicht
errado|nao e isso|nada a ver|isso nao|incorreto|nao tem nada a ver|sbagliato|non e questo|non c'entra|non c'entra niente|non c'entra nulla|non quello|no non quello|fout|verkeerd|dat is het niet|niet dat|zle|nie to|nie o to|nie o to chodzi|blednie|yanlis|o degil|salah|bukan itu|bukan yang itu|nggak nyambung|ga nyambung|gak nyambung|mali|hindi yan|hindi iyan
не то|неправильно|неверно|не об этом|мимо|это не то|不对|不對|错了|錯了|不是这个|不是這個|不是这样|違います|違う|ちがう|ちがいます|そうじゃない|そうではない|それじゃない|그거 말고|그거 말고요|그게 아니라|그게 아니에요|그게 아니고|틀렸어요|아니 그게 아니라|ไม่ใช่|ไม่ใช่ค่ะ|ไม่ใช่ครับ|ผิด|ไม่ใช่อันนี้|ليس هذا|خطأ|गलत|यह नहीं`.split(
    /[|\n]/,
  ),
);
/** A sentence of so many clauses opens with what it says. */
const CLAUSES = 3;

/** The words that turn the last answer down; null where none do. */
export function rejectionIn(text: string, earlier: readonly DialogueMessage[]): string | null {
  const last = earlier.at(-1);
  if (last?.from !== 'ai' || /[?？]/.test(last.text) || !earlier.some(({ from }) => from === 'customer')) return null;
  const clauses = fold(text.slice(0, 200))
    .split(/[^\p{L}\p{M}\p{N}' ]+/u)
    .map((clause) => clause.trim())
    .filter(Boolean)
    .slice(0, CLAUSES);
  const [first = '', second = ''] = clauses;
  if (REJECTIONS.has(first)) return first;
  // "Nope, not it", "huh? that has nothing to do with it"
  return /^\S{1,5}$/.test(first) && REJECTIONS.has(second) ? second : null;
}
