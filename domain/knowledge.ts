/**
 * What the business knows, one answer per `## Title` (or row of a CSV file). The title is the citation id, so it is
 * unique over all files; whatever could not be shown to a customer as it stands is refused with its line.
 */
import { createHash } from 'node:crypto';
import { BusinessError, type Problem } from './business-problems';
import { parseKnowledgeCsv } from './knowledge-csv';
import type { WrittenAnswer } from './knowledge-file';
import { parseKnowledgeMarkdown } from './knowledge-markdown';

export interface Answer {
  title: string;
  /** Example questions, as written. */
  questions: string[];
  /** Markdown, exactly what a customer may be shown. */
  text: string;
  /** BCP 47, lower case. */
  language: string;
  file: string;
  /** Line of the title, from 1. */
  line: number;
  /** Changes when title, questions, text or language do. */
  hash: string;
}

export interface KnowledgeFile {
  /** Relative to the business's folder, with `/`, such as `knowledge/vi/rooms.md`. */
  file: string;
  text: string;
}

/**
 * All answers, in the order of the files. `languages` are the business's: the first is assumed where neither a line
 * `Language: vi`, a folder `vi/`, a name `rooms.vi.md` nor the letters say otherwise. Throws `BusinessError`.
 */
export function parseKnowledge(files: readonly KnowledgeFile[], languages: readonly string[] = ['en']): Answer[] {
  const problems: Problem[] = [];
  const answers = new Map<string, Answer>();
  for (const { file, text } of files) {
    const parsed = file.endsWith('.csv') ? parseKnowledgeCsv(text) : parseKnowledgeMarkdown(text);
    problems.push(...parsed.problems.map((problem) => ({ file, ...problem })));
    const language = parsed.language ?? languageOfPath(file, languages);
    for (const written of parsed.answers) {
      const known = answers.get(written.title);
      if (known) problems.push(twice(file, written, known));
      else answers.set(written.title, finish(file, written, language ?? languageOfText(written, languages)));
    }
  }
  if (problems.length > 0) throw new BusinessError(problems);
  return [...answers.values()];
}

function finish(file: string, written: WrittenAnswer, language: string): Answer {
  const { title, questions, text, line } = written;
  const hash = createHash('sha256')
    .update(JSON.stringify([title, questions, text, language]))
    .digest('hex')
    .slice(0, 16);
  return { title, questions, text, language, file, line, hash };
}

function twice(file: string, { line }: WrittenAnswer, first: Answer): Problem {
  const expected = `expected a title that no other answer has: ${first.file}:${first.line} has the same`;
  return { file, line, column: 1, key: '', expected };
}

function languageOfPath(file: string, languages: readonly string[]): string | null {
  const words = file.toLowerCase().split(/[/.]/);
  return languages.find((language) => words.slice(0, -1).includes(language)) ?? null;
}

/** Letters that only Vietnamese has among languages written in Latin script. */
const VIETNAMESE = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu;

function languageOfText({ text, title }: WrittenAnswer, languages: readonly string[]): string {
  const letters = `${title} ${text}`.normalize('NFC');
  const share = (letters.match(VIETNAMESE)?.length ?? 0) / letters.length;
  const vietnamese = languages.find((language) => language.startsWith('vi'));
  return (share > 0.03 ? vietnamese : undefined) ?? languages[0] ?? 'en';
}
