/**
 * The project's own questions to three small businesses, each in English and in Vietnamese; the Vietnamese ones are
 * asked once more without diacritics, and once more where all answers are English. None of them stands in the knowledge,
 * and nothing is fitted on them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LoadedBusiness, loadBusiness } from '../../load-business';

export const CORPUS = join(__dirname, '..', 'corpus');
export const VARIANTS = ['English', 'Vietnamese', 'Vietnamese, no diacritics', 'Vietnamese to English text'] as const;

export interface CorpusQuestion {
  business: LoadedBusiness;
  variant: (typeof VARIANTS)[number];
  question: string;
  language: 'en' | 'vi';
  /** The titles that answer it, in either language; none where the business has no answer. */
  titles: string[];
}

export async function ownCorpus(folder = CORPUS): Promise<CorpusQuestion[]> {
  const [, ...lines] = readFileSync(join(folder, 'questions.tsv'), 'utf8').trim().split('\n');
  const rows = lines.map((line) => line.split('\t'));
  const names = [...new Set(rows.map(([name = '']) => name))];
  const loaded = await Promise.all(names.map(async (name) => [name, await loadBusiness(join(folder, name))] as const));
  const businesses = new Map(loaded);
  const inEnglish = new Map(loaded.map(([name, business]) => [name, englishOnly(business)] as const));
  return rows.flatMap(([name = '', title, titleVi, english = '', vietnamese = '']) => {
    const business = businesses.get(name) as LoadedBusiness;
    const titles = [title, titleVi].filter((one): one is string => Boolean(one));
    const of = (variant: CorpusQuestion['variant'], question: string, language: 'en' | 'vi') => ({
      business,
      variant,
      question,
      language,
      titles,
    });
    return [
      of('English', english, 'en'),
      of('Vietnamese', vietnamese, 'vi'),
      of('Vietnamese, no diacritics', withoutDiacritics(vietnamese), 'vi'),
      { ...of('Vietnamese to English text', vietnamese, 'vi'), business: inEnglish.get(name) as LoadedBusiness },
    ];
  });
}

export function withoutDiacritics(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}

function englishOnly(business: LoadedBusiness): LoadedBusiness {
  return { ...business, knowledge: business.knowledge.filter(({ language }) => language === 'en') };
}
