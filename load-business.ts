/**
 * Reads a business's folder: `business.yaml` and `knowledge/` with its `.md` and `.csv` files. Start-up code calls it
 * once; whatever is wrong in any of the files is told together.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type Business, BusinessError, type Problem, parseBusiness } from './domain/business';
import { type Answer, type KnowledgeFile, parseKnowledge } from './domain/knowledge';
import { assertRehearsed } from './rehearsals';

export type LoadedBusiness = Business & { knowledge: Answer[] };

export interface LoadOptions {
  /** Fill `${NAME}` in the addresses of tools. */
  variables?: Readonly<Record<string, string>>;
  /** The data folder whose rehearsals must have passed this version; null: any version is loaded. */
  rehearsedIn?: string | null;
}

/** Throws `BusinessError`, whose problems name the files by `dir`, and `NotRehearsed`. */
export async function loadBusiness(
  dir: string,
  { variables = {}, rehearsedIn = null }: LoadOptions = {},
): Promise<LoadedBusiness> {
  if (rehearsedIn !== null) await assertRehearsed(rehearsedIn, dir);
  const problems: Problem[] = [];
  const collect = (error: unknown): undefined => {
    if (!(error instanceof BusinessError)) throw error;
    problems.push(...error.problems.map((problem) => ({ ...problem, file: join(dir, problem.file) })));
  };
  const business = await readText(dir, 'business.yaml')
    .then((text) => parseBusiness(text, 'business.yaml', variables))
    .catch(collect);
  const knowledge = await readKnowledge(dir)
    .then((files) => parseKnowledge(files, business?.languages))
    .catch(collect);
  if (!business || !knowledge) throw new BusinessError(problems);
  return { ...business, knowledge };
}

async function readKnowledge(dir: string): Promise<KnowledgeFile[]> {
  const entries = await readdir(join(dir, 'knowledge'), { recursive: true }).catch(() => []);
  const names = entries.filter((name) => /\.(md|csv)$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = `knowledge/${name.split(sep).join('/')}`;
      return { file, text: await readText(dir, file) };
    }),
  );
}

async function readText(dir: string, file: string): Promise<string> {
  const refuse = (expected: string) => new BusinessError([{ file, line: 1, column: 1, key: '', expected }]);
  const bytes = await readFile(join(dir, file)).catch(() => {
    throw refuse('expected a file that can be read');
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse('expected UTF-8 text');
  }
}
