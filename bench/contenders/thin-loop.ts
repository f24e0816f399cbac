/** The thin loop as a contender: its one process answers a request with the reply. */
import type { Contender } from '../contender';
import { call } from '../http';

export function thinLoop({ url, app, servers }: { url: string } & Pick<Contender, 'app' | 'servers'>): Contender {
  return {
    name: 'thin loop',
    app,
    servers,
    conversation: (conversationId) => ({
      async turn(messageId, text) {
        const { status, body } = await call({
          method: 'POST',
          url: `${url}/message`,
          body: { conversationId, messageId, text },
        });
        if (status !== 200) throw new Error(`the thin loop answered ${status}`);
        return (body as { reply: string }).reply;
      },
      close() {},
    }),
  };
}
