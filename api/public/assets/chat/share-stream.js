/**
 * One stream for all tabs of a conversation: browsers allow six connections to a host, and six open tabs must not
 * use them up. The tab that holds the lock streams and tells the others; when it closes the next one takes over.
 */

const HELLO = 'hello';

/** `lead(publish)` streams until it ends; `take(event)` gets every event, from this tab or another. */
export async function shareStream({ name, lead, take, signal }) {
  if (!navigator.locks || typeof BroadcastChannel === 'undefined') return lead(take);
  const tabs = new BroadcastChannel(name);
  let latestMode = null;
  tabs.onmessage = ({ data }) => {
    if (data !== HELLO) take(data);
    else if (latestMode) tabs.postMessage(latestMode);
  };
  // A tab that comes later reads the messages itself; the mode it can only learn from us.
  const publish = (event) => {
    if (event.event === 'mode') latestMode = event;
    take(event);
    tabs.postMessage(event);
  };
  try {
    tabs.postMessage(HELLO);
    await navigator.locks.request(name, { signal }, () => lead(publish));
  } catch (error) {
    if (error.name !== 'AbortError') throw error;
  } finally {
    tabs.close();
  }
}
