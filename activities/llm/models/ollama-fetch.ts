/**
 * How Ollama's library reaches its server. The library looks at the signal only between two chunks, and writes a line it
 * can not read to the console, so both are seen to here: no word of a conversation may stand in a log.
 */
import { callSignal } from './call-signal';

export const ollamaFetch: typeof fetch = async (url, init) => {
  const signals = [init?.signal, callSignal()].filter((one) => one instanceof AbortSignal);
  const response = await fetch(url, { ...init, signal: AbortSignal.any(signals) });
  if (!response.ok || !response.body) return response;
  const checked = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(jsonLines())
    .pipeThrough(new TextEncoderStream());
  return new Response(checked, { status: response.status, headers: response.headers });
};

/** Passes whole lines of JSON on and fails at the first that is none. */
function jsonLines(): TransformStream<string, string> {
  let rest = '';
  return new TransformStream({
    transform(chunk, controller) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) pass(line, controller);
    },
    flush: (controller) => pass(rest, controller),
  });
}

function pass(line: string, controller: TransformStreamDefaultController<string>): void {
  if (line.trim() === '') return;
  try {
    JSON.parse(line);
    controller.enqueue(`${line}\n`);
  } catch {
    controller.error(new SyntaxError('a line of the answer is no JSON'));
  }
}
