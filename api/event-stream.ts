/**
 * One reader's server-sent events: framing, heartbeat, and an end for readers that do not keep up. The writer waits
 * for the reader, so that a slow one costs a bounded buffer and never memory.
 */
import { once } from 'node:events';
import type { Response } from 'express';

const HEARTBEAT_MS = 15_000;
const RETRY_MS = 2_000;
const PAUSE_ABOVE = 64 * 1024;
const MOST_BUFFERED = 256 * 1024;
const PATIENCE_MS = 10_000;

export interface ServerEvent {
  /** Resumable events have one; `draft` does not: who comes back later asks for the rows. */
  id?: number;
  event: 'message' | 'mode' | 'handoff' | 'draft' | 'delivery';
  data: unknown;
}

export interface EventStream {
  /** Resolves when the reader has room for more; false once the stream is over. */
  send(event: ServerEvent): Promise<boolean>;
  readonly closed: AbortSignal;
  close(): void;
}

export function openEventStream(response: Response, tooSlow: () => void): EventStream {
  const over = new AbortController();
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  response.write(`retry: ${RETRY_MS}\n\n`);

  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(heartbeat);
    over.abort();
  });

  function dropReader(): false {
    tooSlow();
    response.destroy();
    return false;
  }

  async function untilRoom(): Promise<boolean> {
    if (response.writableLength > MOST_BUFFERED) return dropReader();
    if (response.writableLength <= PAUSE_ABOVE) return true;
    // Not AbortSignal.timeout: joined with another signal it may be collected as garbage before its time has come.
    const patience = setTimeout(dropReader, PATIENCE_MS);
    return once(response, 'drain', { signal: over.signal })
      .then(
        () => true,
        () => false,
      )
      .finally(() => clearTimeout(patience));
  }

  return {
    closed: over.signal,
    async send({ id, event, data }) {
      if (over.signal.aborted) return false;
      const number = id === undefined ? '' : `id: ${id}\n`;
      response.write(`${number}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      return untilRoom();
    },
    close: () => {
      response.end();
    },
  };
}
