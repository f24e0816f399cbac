/**
 * Loads the chat model that a name such as `anthropic:claude-...` stands for. Each provider's package is loaded only
 * when it is named; what is missing is said with the command that installs it. Retries are Temporal's: the libraries'
 * own are off.
 */
import { ApplicationFailure } from '@temporalio/common';
import type { ModelConfig } from '../../../config';
import type { ChatModel } from '../model-binding';
import { callSignal } from './call-signal';
import { ollamaFetch } from './ollama-fetch';

export type ImportPackage = (name: string) => Promise<Record<string, unknown>>;

type Make = (model: string, settings: ModelConfig, load: ImportPackage) => Promise<unknown>;
type Fields = Record<string, unknown>;
type ChatClass = new (fields: Fields) => unknown;

const MOST_OUTPUT_TOKENS = 2000;
/** Ollama cuts what does not fit without a word, and its default is smaller than a turn. */
const OLLAMA_CONTEXT = 16_384;

/** The part before the colon, as LangChain spells it. */
export function providerOf(name: string): string {
  const provider = name.split(':', 1)[0] ?? '';
  return provider === 'google' || provider === 'google_genai' ? 'google-genai' : provider;
}

/** Rejects with the non-retryable failure `ModelMisconfigured`. */
export async function loadModel(
  name: string,
  settings: ModelConfig,
  load: ImportPackage = (packageName) => import(packageName),
): Promise<ChatModel> {
  const provider = providerOf(name);
  const model = name.slice(name.indexOf(':') + 1);
  try {
    return (await (MAKERS[provider] ?? anyOther(provider))(model, settings, load)) as ChatModel;
  } catch (error) {
    throw ApplicationFailure.nonRetryable(`${name}: ${reasonOf(error, provider)}`, 'ModelMisconfigured');
  }
}

const limits = ({ maxOutputTokens = MOST_OUTPUT_TOKENS, timeoutMs }: ModelConfig) => ({
  maxRetries: 0,
  timeout: timeoutMs,
  maxTokens: maxOutputTokens,
});

async function classOf(load: ImportPackage, packageName: string, name: string): Promise<ChatClass> {
  return (await load(packageName))[name] as ChatClass;
}

const MAKERS: Readonly<Record<string, Make>> = {
  async openai(model, settings, load) {
    const ChatOpenAI = await classOf(load, '@langchain/openai', 'ChatOpenAI');
    const { apiKey, baseUrl } = settings.openai;
    return new ChatOpenAI({
      model,
      ...limits(settings),
      // A refusal stands nowhere else.
      __includeRawResponse: true,
      ...(apiKey && { apiKey }),
      ...(baseUrl && { configuration: { baseURL: baseUrl } }),
    });
  },
  async anthropic(model, settings, load) {
    const ChatAnthropic = await classOf(load, '@langchain/anthropic', 'ChatAnthropic');
    const { apiKey, baseUrl } = settings.anthropic ?? {};
    const { timeout, ...rest } = limits(settings);
    return new ChatAnthropic({
      model,
      ...rest,
      clientOptions: { timeout },
      ...(apiKey && { apiKey }),
      ...(baseUrl && { anthropicApiUrl: baseUrl }),
    });
  },
  async 'google-genai'(model, settings, load) {
    const ChatGoogle = await classOf(load, '@langchain/google-genai', 'ChatGoogleGenerativeAI');
    const { apiKey, baseUrl } = settings.google ?? {};
    const { maxRetries, maxTokens } = limits(settings);
    const chat = new ChatGoogle({
      model,
      maxRetries,
      maxOutputTokens: maxTokens,
      ...(apiKey && { apiKey }),
      ...(baseUrl && { baseUrl }),
    });
    return withCallSignal(chat as { completionWithRetry: Complete });
  },
  async ollama(model, settings, load) {
    const ChatOllama = await classOf(load, '@langchain/ollama', 'ChatOllama');
    const { baseUrl } = settings.ollama ?? {};
    const { maxRetries, maxTokens } = limits(settings);
    return new ChatOllama({
      model,
      maxRetries,
      numPredict: maxTokens,
      numCtx: OLLAMA_CONTEXT,
      fetch: ollamaFetch,
      ...(baseUrl && { baseUrl }),
    });
  },
};

function anyOther(provider: string): Make {
  return async (model, settings, load) => {
    const { initChatModel } = await load('langchain');
    return (initChatModel as (model: string, fields: Fields) => Promise<unknown>)(model, {
      modelProvider: provider,
      ...limits(settings),
    });
  };
}

type Complete = (request: unknown, options?: { signal?: AbortSignal }) => Promise<unknown>;

/** The Gemini library passes no signal to a call that does not stream. */
function withCallSignal(chat: { completionWithRetry: Complete }): unknown {
  const complete = chat.completionWithRetry.bind(chat);
  chat.completionWithRetry = (request, options) => {
    const signal = callSignal();
    return complete(request, { ...options, ...(signal && { signal }) });
  };
  return chat;
}

/** The library's first line says which key is missing; it quotes no key. */
function reasonOf(error: unknown, provider: string): string {
  const { code, message = '' } = error as { code?: string; message?: string };
  const first = message.split('\n')[0]?.slice(0, 200) ?? '';
  const missing = code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND' || /install|Cannot find/i.test(first);
  const name = `@langchain/${provider}`;
  return missing
    ? `the package ${name} is not installed: npm install ${name}`
    : `the model could not be set up, is its key set? ${first}`;
}
