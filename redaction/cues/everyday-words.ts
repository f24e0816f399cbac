/**
 * Acronyms that are also among the commonest words of some language: "tan" is "so" in Spanish, "pas" "not" in French,
 * "nie" "no" in Polish, "ein" "a" in German, "run" and "sin" English. In small letters they name a number only beside
 * one, or where somebody's is spoken of ("your sin, please"); else they would ask for what nobody asked for.
 */
import { type NormalText, originalRange } from '../normal/normal-text';

const EVERYDAY: ReadonlySet<string> = new Set(
  'tan tac sin fin pan tin run ine nie nif nas nis nic cie pis pas pass passi cf cb cc ci cin cns rg rut dui elo mir ein bon epic permis swift lot'.split(
    ' ',
  ),
);
const LONGEST = 6;
const REACH = 24;
const NUMBER_AFTER = /^[^.;!?\n]{0,20}\d/;
const NUMBER_BEFORE = /\d[^.;!?\n]{0,20}$/;
const SOMEBODYS =
  /(?:^|[^\p{L}])(?:your|ur|my|his|her|their|our|mein|meine|ihre|ihr|deine|dein|die|der|seine|mi|su|tu|el|minha|meu|sua|seu|o|mon|ma|votre|ton|ta|le|la|moj|twoj|mio|suo|tuo|il|mijn|uw|je|de|nomor|no|so|cua|ваши|мои|твои|номер)[ ’']$/u;
const LONGEST_OWNER = 8;

/** Whether the phrase at this place is such a word and nothing shows that the acronym is meant. */
export function isEverydayWord(normal: NormalText, start: number, end: number): boolean {
  if (end - start > LONGEST) return false;
  const { text, original } = normal;
  if (!EVERYDAY.has(text.slice(start, end))) return false;
  const range = originalRange(normal, start, end);
  const typed = original.slice(range.start, range.end);
  if (typed === typed.toUpperCase() && typed !== typed.toLowerCase()) return false;
  if (SOMEBODYS.test(text.slice(Math.max(0, start - LONGEST_OWNER), start))) return false;
  return (
    !NUMBER_AFTER.test(text.slice(end, end + REACH)) &&
    !NUMBER_BEFORE.test(text.slice(Math.max(0, start - REACH), start))
  );
}
