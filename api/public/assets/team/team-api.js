/** What the operators' page asks of the API, under the key that was given at the door. */
import { deliver, newMessageId, request } from '../requests.js';

export class TeamApi {
  #base;
  #key;
  #aheadMs = 0;

  constructor(base, key) {
    this.#base = base;
    this.#key = key;
  }

  /** The server's clock: timers count down rightly on a computer whose clock is wrong. */
  now() {
    return Date.now() + this.#aheadMs;
  }

  list(filter) {
    const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value));
    return this.#ask(`v1/conversations?${query}`);
  }

  /** Counts and times of a period, as ISO instants. */
  insights(period) {
    return this.#ask(`v1/insights?${new URLSearchParams(period)}`);
  }

  call(conversationId, path = '', options = {}) {
    return this.#ask(`v1/conversations/${encodeURIComponent(conversationId)}${path}`, options);
  }

  /** A file that the customer sent, as the provider has it now; who opened it is recorded. */
  file(conversationId, seq, at) {
    return this.call(conversationId, `/messages/${seq}/attachments/${at}`, { file: true });
  }

  /** Sends a reply, or a command such as `/done`; the API takes the same message id once. */
  say(conversationId, { operator, text, messageId = newMessageId() }) {
    return deliver(() => this.call(conversationId, '/operator-messages', { body: { messageId, operator, text } }));
  }

  #ask(path, options = {}) {
    const onAnswer = (response) => {
      const served = Date.parse(response.headers.get('date') ?? '');
      const aheadMs = served - Date.now();
      this.#aheadMs = Math.abs(aheadMs) > 5000 ? aheadMs : 0;
    };
    return request(new URL(path, this.#base), { ...options, token: this.#key, onAnswer });
  }
}
