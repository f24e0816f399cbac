/**
 * The rules as a provider can keep them: first in every request and byte for byte the same for a business, tools
 * before them. OpenAI, Gemini and Ollama then cache by themselves; Anthropic is told where the part to keep ends.
 */
import { SystemMessage } from '@langchain/core/messages';
import { providerOf } from './load-model';

export function rulesMessage(name: string, rules: string): SystemMessage {
  if (providerOf(name) !== 'anthropic') return new SystemMessage(rules);
  return new SystemMessage({ content: [{ type: 'text', text: rules, cache_control: { type: 'ephemeral' } }] });
}
