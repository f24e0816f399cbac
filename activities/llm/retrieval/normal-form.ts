/**
 * A text in the words its matter is usually put in: "what do you charge to hire a bike" and "bicycle rental price" meet
 * there. The words of a trade are the business's own; these are the ones every counter hears.
 */
import { fold, isUnspaced } from '../../signals/folding';
import { remembered } from '../../signals/remembered';
import { stem } from '../../signals/similarity';
import { ENGLISH } from './business-words/english';
import { VIETNAMESE } from './business-words/vietnamese';

interface Wording {
  /** As it is compared without marks: stems of folded words. */
  plain: readonly string[];
  /** As it is accented. */
  accented: readonly string[];
  /** Told by its letters alone, without marks. */
  bare: boolean;
  usual: string;
}

type Wordings = ReadonlyMap<string, readonly Wording[]>;

const WORD = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}]+)*/gu;
const TABLES: Readonly<Record<string, Wordings>> = { en: wordingsOf(ENGLISH), vi: wordingsOf(VIETNAMESE) };

const NORMAL: Readonly<Record<string, (text: string) => string>> = {
  en: remembered((text) => rewritten(text, TABLES.en as Wordings)),
  vi: remembered((text) => rewritten(text, TABLES.vi as Wordings)),
};

/** The text itself in languages without a table. */
export function normalForm(text: string, language: string): string {
  return NORMAL[language.split('-')[0] ?? '']?.(text) ?? text;
}

function rewritten(text: string, wordings: Wordings): string {
  if (isUnspaced(text)) return text;
  const said =
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[’‘`´]/g, "'")
      .match(WORD) ?? [];
  const plain = said.map((word) => stem(fold(word)));
  const hasMarks = said.some((word) => fold(word) !== word);
  const put: string[] = [];
  for (let at = 0; at < said.length; ) {
    const found = wordings.get(plain[at] as string)?.find((one) => standsAt(one, at, said, plain));
    put.push(found ? (hasMarks ? found.usual : fold(found.usual)) : (said[at] as string));
    at += found?.plain.length ?? 1;
  }
  return put.join(' ');
}

/** Where marks are typed they are meant; one syllable without them proves nothing. */
function standsAt({ plain, accented, bare }: Wording, at: number, said: readonly string[], own: readonly string[]) {
  if (!plain.every((word, index) => own[at + index] === word)) return false;
  const marked = accented.some((_, index) => fold(said[at + index] as string) !== said[at + index]);
  if (marked) return accented.every((word, index) => said[at + index] === word);
  return bare || plain.length > 1;
}

/** By first word, the longest first. */
function wordingsOf(lines: readonly string[]): Wordings {
  const table = new Map<string, Wording[]>();
  for (const line of lines) {
    const [usual = '', ...others] = line.split(', ');
    for (const wording of [usual, ...others]) {
      const accented = wording.replace('~', '').match(WORD) ?? [];
      const plain = accented.map((word) => stem(fold(word)));
      const bare = wording.startsWith('~') || accented.every((word) => fold(word) === word);
      const list = table.get(plain[0] ?? '') ?? [];
      list.push({ plain, accented, bare, usual: usual.replace(/[~ -]/g, '') });
      table.set(
        plain[0] ?? '',
        list.sort((a, b) => b.plain.length - a.plain.length),
      );
    }
  }
  return table;
}
