/**
 * What turns texts into vectors whose cosine is likeness of meaning. Optional everywhere: without one the answerer
 * compares words and letters only, and a failing one never costs a customer his answer.
 */

export interface Embedder {
  /** Names the vectors: what one id made can be compared and kept. */
  readonly id: string;
  /** The weights of `calibration.json` its likeness was calibrated with. */
  readonly family: 'english' | 'multilingual';
  /** Rejects where the vectors can not be had. One vector a text, in order, all of one length. */
  embed(texts: readonly string[], kind: 'query' | 'passage', signal?: AbortSignal): Promise<Float32Array[]>;
  close(): Promise<void>;
}

/** Whether likeness in this language means anything. BCP 47, lower case. */
export function speaks({ family }: Embedder, language: string): boolean {
  return family === 'multilingual' || language.split('-')[0] === 'en';
}
