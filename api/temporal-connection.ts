/**
 * The API's connection to Temporal: lazy, quick to try again, and safe to close while calls are under way. The library's
 * own repeats outlive a closed connection and would end the process with an error.
 */
import { Connection, type ConnectionOptions, isRetryableError, makeGrpcRetryInterceptor } from '@temporalio/client';

const RETRY_MS = 100;

export interface TemporalConnection {
  connection: Connection;
  /** Every call goes through here: it is given up at its deadline, and `close` waits for it. */
  call<T>(deadline: number, run: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function connectLazily(options: ConnectionOptions): TemporalConnection {
  const underWay = new Set<Promise<unknown>>();
  let closing = false;
  const retry = makeGrpcRetryInterceptor({
    delayFunction: () => RETRY_MS,
    retryableDecider: (_attempt, status) => !closing && isRetryableError(status),
  });
  const connection = Connection.lazy({
    ...options,
    interceptors: [retry],
    // Tried again every second at most: the library's default of two minutes would outlast the outage.
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 100, 'grpc.max_reconnect_backoff_ms': 1_000 },
  });

  return {
    connection,
    call(deadline, run) {
      const made = connection.withDeadline(deadline, run);
      const settled = made.catch(() => undefined).finally(() => underWay.delete(settled));
      underWay.add(settled);
      return made;
    },
    async close() {
      closing = true;
      await Promise.all(underWay);
      await connection.close();
    },
  };
}
