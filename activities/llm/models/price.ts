/** Tokens and what they cost. Prices are the operator's, from `MODEL_PRICES`; none are built in, for they change. */
import type { AIMessage, UsageMetadata } from '@langchain/core/messages';
import type { ModelPrice } from '../../../config';
import type { Usage } from '../answerer';

const MILLION = 1_000_000;

export function usageOf(answer: AIMessage, model: string, prices: readonly ModelPrice[] = []): Usage {
  const given = answer.usage_metadata as UsageMetadata | undefined;
  const usage = {
    inputTokens: given?.input_tokens ?? 0,
    outputTokens: given?.output_tokens ?? 0,
    cachedTokens: given?.input_token_details?.cache_read ?? 0,
  };
  const price = prices.find((one) => one.model === model);
  if (!price) return usage;
  const { input, cached, output } = price;
  const fresh = Math.max(0, usage.inputTokens - usage.cachedTokens);
  const cost = (fresh * input + usage.cachedTokens * cached + usage.outputTokens * output) / MILLION;
  return { ...usage, cost };
}
