/**
 * One Markdown file of answers: an optional `# Heading` with an introduction for people, then `## Title`, lines
 * `Q: example question` directly beneath, and the answer. Nothing a customer should see may stand elsewhere.
 */
import type { ParsedKnowledge, WrittenAnswer } from './knowledge-file';

const TITLE = /^##(?!#)\s*(.*?)(?:\s+#+)?\s*$/;
const SECTION = /^#(?:\s|$)/;
const QUESTION = /^\s*Q:\s*(.*?)\s*$/i;
const LANGUAGE = /^Language:\s*([a-z]{2,3}(?:-[a-z0-9]+)*)\s*$/i;

export function parseKnowledgeMarkdown(markdown: string): ParsedKnowledge {
  const reader = new MarkdownReader();
  markdown.split(/\r\n|\n|\r/).forEach((raw, index) => {
    reader.read(raw, index + 1);
  });
  return reader.finish();
}

class MarkdownReader {
  private readonly parsed: ParsedKnowledge = { language: null, answers: [], problems: [] };
  private place: 'top' | 'introduction' | 'section' | 'questions' | 'answer' = 'top';
  private fence: string | null = null;
  private current: WrittenAnswer | null = null;

  read(raw: string, line: number): void {
    this.fence = nextFence(this.fence, raw);
    const title = this.fence ? null : TITLE.exec(raw);
    const question = this.fence ? null : QUESTION.exec(raw);
    if (title) this.title(title[1] ?? '', line);
    else if (!this.fence && SECTION.test(raw)) this.section();
    else if (question && this.current) this.question(question[1] ?? '', line);
    else if (raw.trim()) this.text(raw, line);
    else if (this.place === 'answer') this.append('');
  }

  finish(): ParsedKnowledge {
    this.close();
    return this.parsed;
  }

  private section(): void {
    this.close();
    this.place = this.place === 'top' ? 'introduction' : 'section';
  }

  private title(title: string, line: number): void {
    this.close();
    this.place = 'questions';
    this.current = { title, questions: [], text: '', line };
    if (title) this.parsed.answers.push(this.current);
    else this.refuse(line, 'expected a title after ##');
  }

  private question(question: string, line: number): void {
    if (this.place === 'answer') this.refuse(line, 'expected Q: lines directly beneath the title, before the answer');
    else if (question) this.current?.questions.push(question);
    else this.refuse(line, 'expected a question after Q:');
  }

  private text(raw: string, line: number): void {
    const language = LANGUAGE.exec(raw)?.[1];
    if (language && (this.place === 'top' || this.place === 'introduction')) {
      this.parsed.language = language.toLowerCase();
    } else if (this.place === 'top') {
      this.refuse(line, 'expected a heading before any text: # for an introduction, ## for an answer');
      this.place = 'introduction';
    } else if (this.place === 'section') {
      this.refuse(line, 'expected ## with a title: text here belongs to no answer');
    } else if (this.current) {
      this.place = 'answer';
      this.append(raw);
    }
  }

  private append(raw: string): void {
    if (this.current) this.current.text += `${raw}\n`;
  }

  private close(): void {
    if (!this.current) return;
    this.current.text = this.current.text.trim();
    if (!this.current.text) this.refuse(this.current.line, 'expected an answer beneath the title');
    this.current = null;
  }

  private refuse(line: number, expected: string): void {
    this.parsed.problems.push({ line, column: 1, key: '', expected });
  }
}

/** The open code fence after this line; headings and questions inside one are text. */
function nextFence(open: string | null, raw: string): string | null {
  const mark = /^\s*(```+|~~~+)/.exec(raw)?.[1];
  if (!mark) return open;
  if (!open) return mark;
  return mark.startsWith(open) ? null : open;
}
