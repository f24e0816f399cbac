/** What one knowledge file gives, before it is known to be unique among the others. */
import type { Problem } from './business-problems';

export interface WrittenAnswer {
  title: string;
  questions: string[];
  text: string;
  /** Line of the title, from 1. */
  line: number;
}

export interface ParsedKnowledge {
  /** The language the file names itself, lower case; null where it names none. */
  language: string | null;
  answers: WrittenAnswer[];
  problems: Omit<Problem, 'file'>[];
}
