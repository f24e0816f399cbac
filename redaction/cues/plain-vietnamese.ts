/**
 * Vietnamese typed without its marks: "ma" may be "mã" there and is a common word of other languages elsewhere. A text
 * counts as such when it holds one word that no other language writes, or two that few do.
 */
const DISTINCT = 'cua nhe khong duoc giup dang nguoi muon xac nhan vua roi nhung tieng chuyen gui';
const COMMON =
  'em anh chi minh ban shop oi nha ko dc cho voi nay day la cung co a da vay thi ve moi tin so don hang dien thoai e r';
const distinct = new Set(DISTINCT.split(' '));
const common = new Set(COMMON.split(' '));
const WORD = /[a-z]+/g;
const ENOUGH = 3;

/** `text` is folded. */
export function readsAsPlainVietnamese(text: string): boolean {
  const seen = new Set<string>();
  let weight = 0;
  for (const [word] of text.slice(0, 400).matchAll(WORD)) {
    if (seen.has(word)) continue;
    seen.add(word);
    weight += distinct.has(word) ? 2 : common.has(word) ? 1 : 0;
    if (weight >= ENOUGH) return true;
  }
  return false;
}
