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
  if (!(error instanceof Error) || error instanceof StoreUnavailable || !isTransient(error)) return error;
  return new StoreUnavailable(`MongoDB did not answer (${error.name})`, { cause: error });
}

/** A bulk write wraps the connection's error in one of its own. */
function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, cause, errorResponse } = error as Error & { code?: unknown; errorResponse?: unknown };
  if (TRANSIENT_NAMES.test(error.name) || (typeof code === 'number' && TRANSIENT_CODES.has(code))) return true;
  if (/initial connection|bufferCommands|connection .*closed/i.test(error.message)) return true;
  return isTransient(cause) || isTransient(errorResponse);
}

/** True for a unique index's refusal: the row is there already. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === 11000;
}
