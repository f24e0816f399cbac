/** The loopback model: OpenAI's protocol, a fixed delay, an answer that repeats the customer and cites a passage. */
import { type OpenAiServer, sensibleAnswer, startOpenAiServer } from '../test/support/openai-server';

export const DELAY_MS = 10;

export interface LoopbackModel {
  url: string;
  setDelay(ms: number): void;
  close(): Promise<void>;
}

export async function startModel(): Promise<LoopbackModel> {
  let delayMs = DELAY_MS;
  const server: OpenAiServer = await startOpenAiServer((request) => {
    // Kept for tests; over a long run they would only grow.
    server.requests.length = 0;
    return { ...sensibleAnswer(request), delayMs };
  });
  return {
    url: server.url,
    setDelay: (ms) => {
      delayMs = ms;
    },
    close: server.close,
  };
}
