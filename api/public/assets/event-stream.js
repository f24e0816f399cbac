/**
 * Server-sent events over fetch, because EventSource can not carry an Authorization header. A broken stream is opened
 * again with `Last-Event-ID` and growing pauses; a stream without a heartbeat counts as broken.
 */

/** The server's heartbeat comes every 15 s; after three missed ones the stream is taken for dead. */
const SILENCE_MS = 45_000;
const LONGEST_PAUSE_MS = 30_000;

/** Yields `{ id, event, data, retry }` for every event of a body; comments yield `{ event: 'heartbeat' }`. */
export async function* readEvents(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const blocks = (rest + value).replaceAll('\r\n', '\n').split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) yield parseEvent(block);
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function parseEvent(block) {
  const fields = { id: undefined, event: undefined, retry: undefined };
  const data = [];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'data') data.push(value);
    else if (name in fields) fields[name] = value;
  }
  return { ...fields, event: fields.event ?? (data.length > 0 ? 'message' : 'heartbeat'), data: data.join('\n') };
}

/**
 * Keeps a stream open until `signal` aborts. `connect(lastEventId, signal)` resolves with the response; what it
 * throws with `final: true` ends the stream and is thrown on. `onState('live' | 'broken', failures)` tells the rest.
 */
export async function followStream({ connect, onEvent, onState, signal }) {
  let lastEventId = '';
  let failures = 0;
  let pauseMs = 1000;
  while (!signal.aborted) {
    try {
      await readOnce((event) => {
        failures = 0;
        if (event.id) lastEventId = event.id;
        if (event.retry) pauseMs = Number(event.retry) || pauseMs;
        if (event.data) onEvent(event);
      });
    } catch (error) {
      if (error.final) throw error;
    }
    if (signal.aborted) return;
    failures += 1;
    onState('broken', failures);
    await pause(Math.min(LONGEST_PAUSE_MS, pauseMs * 2 ** (failures - 1)) * (0.75 + Math.random() / 2), signal);
  }

  async function readOnce(take) {
    const attempt = new AbortController();
    const stop = () => attempt.abort();
    let silence = setTimeout(stop, SILENCE_MS);
    signal.addEventListener('abort', stop, { once: true });
    try {
      const response = await connect(lastEventId, attempt.signal);
      if (!response.headers.get('content-type')?.startsWith('text/event-stream')) throw new Error('not a stream');
      onState('live', 0);
      for await (const event of readEvents(response.body)) {
        clearTimeout(silence);
        silence = setTimeout(stop, SILENCE_MS);
        take(event);
      }
    } finally {
      clearTimeout(silence);
      signal.removeEventListener('abort', stop);
    }
  }
}

/** Resolves after `ms`, or at once when `signal` aborts. */
export function pause(ms, signal) {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });
}
