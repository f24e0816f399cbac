/** The sample business and a draft request about it, for the tests of this folder. */
import { join } from 'node:path';
import type { DraftRequest } from '../../../activities/llm/answerer';
import { detectLanguage } from '../../../activities/signals/language';
import { type LoadedBusiness, loadBusiness } from '../../../load-business';

export const sampleBusiness = (): Promise<LoadedBusiness> =>
  loadBusiness(join(__dirname, '../../../examples/riverside-hotel'));

export function requestOf(business: LoadedBusiness, message: string, more: Partial<DraftRequest> = {}): DraftRequest {
  return {
    business,
    dialogue: [{ from: 'customer', text: message }],
    message,
    language: detectLanguage(message, business.languages),
    clarifyAsked: false,
    toolResults: [],
    toolRound: 0,
    ...more,
  };
}
