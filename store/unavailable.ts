/** MongoDB can not be reached or does not answer in time: the API answers 503, activities are retried. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/** Server codes that mean "ask again later": time limits, elections, shutdown, loss of the primary. */
const TRANSIENT_CODES = new Set([6, 7, 50, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);
const TRANSIENT_NAMES =
  /^(Mongo(ose)?(Network|ServerSelection|NotConnected|PoolCl|WaitQueue|TopologyClosed|ClientClosed|OperationTimeout|Expired)|MongoClientBulkWrite|MongoParallelism)/;

/** The same error, or `StoreUnavailable` where the cause is the connection rather than the command. */
export function translateError(error: unknown): unknown {
  if (error instanceof StoreUnavailable || !isTransient(error)) return error;
  return new StoreUnavailable('MongoDB did not answer: the connection failed', { cause: error });
}

/** Judged by shape, not by class: a bulk write wraps the connection's error, and sockets throw errors of their own. */
function isTransient(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name = '', message = '', code, cause, errorResponse } = error as Partial<Error> & Record<string, unknown>;
  if (TRANSIENT_NAMES.test(name) || (typeof code === 'number' && TRANSIENT_CODES.has(code))) return true;
  if (typeof code === 'string' && /^(E[A-Z]+|ERR_(STREAM|SOCKET)_[A-Z_]+)$/.test(code)) return true;
  if (/initial connection|bufferCommands|connection .*closed/i.test(message)) return true;
  return isTransient(cause) || isTransient(errorResponse);
}

/** True for a unique index's refusal: the row is there already. */
export function isDuplicateKey(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 11000;
}
