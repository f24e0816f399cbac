/**
 * The knowledge of the businesses this process answers for, each read and embedded once, whoever asks first: the offline
 * answerer and a language model search the same index.
 */
import type { Answer } from '../../../domain/knowledge';
import { AnswerIndex, type IndexOptions } from './answer-index';

export interface Library {
  /** The index over one loaded knowledge; a new version of a business is another knowledge. */
  indexOf(knowledge: readonly Answer[]): Promise<AnswerIndex>;
}

export function createLibrary(options: IndexOptions): Library {
  const indexes = new WeakMap<readonly Answer[], Promise<AnswerIndex>>();
  return {
    indexOf(knowledge) {
      const made = indexes.get(knowledge) ?? AnswerIndex.build(knowledge, options);
      indexes.set(knowledge, made);
      return made;
    },
  };
}
