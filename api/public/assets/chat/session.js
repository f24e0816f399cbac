/**
 * The customer's session: a conversation id and its token, kept so that a reload goes on where it was. Opened only
 * when somebody opens the chat; a token the API no longer takes is forgotten.
 */
import { request } from '../requests.js';

/** `base` is the address of the API. Where storage is forbidden the session lives as long as the page. */
export function createSession(base) {
  const storageKey = `baton:${base.host}`;
  let current = load(storageKey);
  let opening = null;

  async function create() {
    const answer = await request(new URL('v1/web/sessions', base), { body: {} });
    current = { conversationId: answer.conversationId, token: answer.token, business: answer.business?.name };
    save(storageKey, current);
    return current;
  }

  return {
    get current() {
      return current;
    },
    open() {
      if (current) return Promise.resolve(current);
      opening ??= create().finally(() => {
        opening = null;
      });
      return opening;
    },
    /** Forgets the session, unless another has taken its place meanwhile. */
    forget(conversationId) {
      if (current?.conversationId !== conversationId) return;
      current = null;
      save(storageKey, null);
    },
    /** A request beneath the conversation with its token. */
    call(session, path, options = {}) {
      const url = new URL(`v1/conversations/${encodeURIComponent(session.conversationId)}${path}`, base);
      return request(url, { ...options, token: session.token });
    },
  };
}

function load(storageKey) {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    return typeof kept?.conversationId === 'string' && typeof kept.token === 'string' ? kept : null;
  } catch {
    return null;
  }
}

function save(storageKey, session) {
  try {
    if (session) localStorage.setItem(storageKey, JSON.stringify(session));
    else localStorage.removeItem(storageKey);
  } catch {
    // Private windows and sandboxed frames refuse storage: the chat still works until the page goes.
  }
}
