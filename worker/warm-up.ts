/**
 * Pays the first call's price before the worker says it is ready: lexicons, indexes and tables are built once, and a
 * first customer's turn would otherwise wait for them. Nothing is sent and no model provider is called.
 */
import type { OfflineAnswerer } from '../activities/llm/offline-answerer';
import { detect } from '../activities/signals/detect';
import type { LoadedBusiness } from '../load-business';
import { redact } from '../redaction';

/** `offline` also finds a model's passages, so its knowledge is read either way. */
export async function warmUp(business: LoadedBusiness, model: string, offline: OfflineAnswerer): Promise<void> {
  const { text } = redact('Is my card 4111 1111 1111 1111 fine, and when are you open?');
  const dialogue = [{ from: 'customer' as const, text }];
  detect(dialogue, business);
  if (model !== 'offline') return offline.prepare(business);
  const request = {
    business,
    dialogue,
    message: text,
    language: 'en',
    clarifyAsked: true,
    toolResults: [],
    toolRound: 0,
  };
  await offline.draft(request, { signal: new AbortController().signal });
}
