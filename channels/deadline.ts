/**
 * A signal that also ends by itself. `AbortSignal.any` with `AbortSignal.timeout` would say the same, but holds the
 * timeout so weakly that it can be collected as garbage before its time has come, and the call then hangs for ever.
 */
export function withDeadline(ms: number, signal?: AbortSignal): AbortSignal {
  const both = new AbortController();
  const timer = setTimeout(() => both.abort(new DOMException(`not within ${ms} ms`, 'TimeoutError')), ms).unref();
  const follow = () => {
    clearTimeout(timer);
    both.abort(signal?.reason);
  };
  if (signal?.aborted) follow();
  else signal?.addEventListener('abort', follow, { once: true });
  return both.signal;
}
