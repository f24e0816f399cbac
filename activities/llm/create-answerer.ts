/**
 * Chooses the answerer that `MODEL` names: `offline`, or `provider:model` through LangChain, whose libraries are
 * loaded at the first draft. A provider's package that is not installed is named in the error.
 */
import { ApplicationFailure } from '@temporalio/common';
import type { Config } from '../../config';
import type { Answerer } from './answerer';
import { type ChatModel, createModelAnswerer } from './model-answerer';
import { offlineAnswerer } from './offline-answerer';

/** Enough for a reply and for the thinking of models that think. */
const MOST_OUTPUT_TOKENS = 2000;

export function createAnswerer(settings: Config['model']): Answerer {
  if (settings.name === 'offline') return offlineAnswerer;
  return createModelAnswerer(settings, () => loadModel(settings));
}

async function loadModel({ name, timeoutMs, openai }: Config['model']): Promise<ChatModel> {
  const colon = name.indexOf(':');
  const modelProvider = colon > 0 ? name.slice(0, colon) : 'openai';
  const model = colon > 0 ? name.slice(colon + 1) : name;
  const { initChatModel } = await import('langchain');
  const forOpenai = modelProvider === 'openai';
  try {
    const loaded = await initChatModel(model, {
      modelProvider,
      maxRetries: 0,
      timeout: timeoutMs,
      maxTokens: MOST_OUTPUT_TOKENS,
      ...(forOpenai && openai.apiKey && { apiKey: openai.apiKey }),
      ...(forOpenai && openai.baseUrl && { configuration: { baseURL: openai.baseUrl } }),
    });
    return loaded as unknown as ChatModel;
  } catch (error) {
    throw ApplicationFailure.nonRetryable(
      `MODEL=${name} could not be loaded: ${firstLine(error)}`,
      'ModelMisconfigured',
    );
  }
}

/** LangChain names the package to install; what follows may quote settings. */
function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0]?.slice(0, 200) ?? '';
}
