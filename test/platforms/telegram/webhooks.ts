/**
 * Hands updates to the product as Telegram does: by POST with the secret in a header, again and again until they are
 * taken, and acting on a method in the answer. Held back, they can come late, twice and in any order.
 */
import type { Update } from '@grammyjs/types';
import type { State } from './state';

const ATTEMPTS = 40;
const PAUSE_MS = 150;

export interface Webhooks {
  /** Resolves with the status of the answer that took it. */
  deliver(update: Omit<Update, 'update_id'>): Promise<number>;
  /** From now on updates wait. */
  hold(): void;
  /** Delivers what waits, one after the other in the order that `arrange` makes of it. */
  release(arrange?: (updates: Update[]) => Update[]): Promise<void>;
  /** Every update of this installation, in the order they happened. */
  sent: Update[];
}

export function createWebhooks(
  state: State,
  act: (method: string, parameters: Record<string, unknown>) => Promise<unknown>,
): Webhooks {
  let nextId = 1_000;
  let held: Update[] | null = null;
  const sent: Update[] = [];

  async function post(update: Update): Promise<number> {
    for (let attempt = 1; ; attempt += 1) {
      const status = await postOnce(update);
      if (status >= 200 && status < 300) return status;
      if (state.webhook)
        state.webhook.lastError = { at: state.seconds(), message: `Wrong response from the webhook: ${status}` };
      if (attempt === ATTEMPTS) return status;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  async function postOnce(update: Update): Promise<number> {
    const { webhook } = state;
    if (!webhook) throw new Error('no webhook is set');
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': webhook.secret };
    try {
      const response = await fetch(webhook.url, { method: 'POST', headers, body: JSON.stringify(update) });
      const answer = await response.text();
      if (response.ok && response.headers.get('content-type')?.includes('application/json')) {
        const { method, ...parameters } = JSON.parse(answer) as Record<string, unknown>;
        if (typeof method === 'string') await act(method, parameters);
      }
      return response.status;
    } catch {
      return 0;
    }
  }

  return {
    sent,
    async deliver(parts) {
      const kind = Object.keys(parts)[0] as keyof Update;
      const allowed = state.webhook?.allowed ?? [];
      if (allowed.length > 0 && !allowed.includes(kind)) return 200;
      const update: Update = { update_id: nextId++, ...parts };
      sent.push(update);
      if (!held) return post(update);
      held.push(update);
      return 200;
    },
    hold() {
      held ??= [];
    },
    async release(arrange = (updates) => updates) {
      const waiting = held ?? [];
      held = null;
      for (const update of arrange(waiting)) await post(update);
    },
  };
}
