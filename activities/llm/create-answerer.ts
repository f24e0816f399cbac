/**
 * Chooses the answerer that `MODEL` names: `offline`, or `provider:model` through LangChain, whose libraries are only
 * loaded then. OpenAI's protocol comes with the project; every other provider's package is installed by who wants it.
 */
import { ApplicationFailure } from '@temporalio/common';
import type { Config } from '../../config';
import type { Answerer } from './answerer';
import { createModelAnswerer } from './model-answerer';
import type { ChatModel } from './model-binding';
import { offlineAnswerer } from './offline-answerer';

/** Enough for a reply and for the thinking of models that think. */
const MOST_OUTPUT_TOKENS = 2000;

export function createAnswerer(settings: Config['model']): Answerer {
  if (settings.name === 'offline') return offlineAnswerer;
  return createModelAnswerer(settings, () => loadModel(settings));
}

async function loadModel({ name, timeoutMs, openai }: Config['model']): Promise<ChatModel> {
  const [provider = '', ...rest] = name.split(':');
  const model = rest.join(':');
  // Retries are Temporal's.
  const limits = { maxRetries: 0, timeout: timeoutMs, maxTokens: MOST_OUTPUT_TOKENS };
  try {
    if (provider === 'openai') {
      const { ChatOpenAI } = await import('@langchain/openai');
      return new ChatOpenAI({
        model,
        ...limits,
        // A refusal stands nowhere else.
        __includeRawResponse: true,
        ...(openai.apiKey && { apiKey: openai.apiKey }),
        ...(openai.baseUrl && { configuration: { baseURL: openai.baseUrl } }),
      }) as unknown as ChatModel;
    }
    const { initChatModel } = await import('langchain');
    return (await initChatModel(model, { modelProvider: provider, ...limits })) as unknown as ChatModel;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0]?.slice(0, 200) : 'unknown';
    const hint =
      provider === 'openai' ? 'is OPENAI_API_KEY set?' : `is @langchain/${provider} installed and its key set?`;
    throw ApplicationFailure.nonRetryable(`MODEL=${name} could not be loaded, ${hint} ${reason}`, 'ModelMisconfigured');
  }
}
