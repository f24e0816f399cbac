/** The web widget: it reads the transcript over the API, so a visible row is the delivery and nothing is sent. */
import type { Channel } from './channel';

const TEXT_LIMIT = 4_000;

export function createWebChannel(): Channel {
  return {
    name: 'web',
    account: 'default',
    delivery: 'pull',
    textLimit: TEXT_LIMIT,
    verify: () => 'the widget has no webhook',
    parse: () => [],
    send: async ({ outboxKey }) => ({ state: 'sent', providerMessageId: outboxKey }),
  };
}
