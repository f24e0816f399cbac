/** Baton as a contender: messages go in by the `api` channel, replies are read from the conversation's event stream. */
import type { Contender, Conversation } from '../contender';
import { call } from '../http';
import { followReplies, type Replies } from './replies';

const PATIENCE_MS = 30_000;

export interface BatonAddress {
  url: string;
  channelKey: string;
  viewerKey: string;
}

export function baton(address: BatonAddress, { app, servers }: Pick<Contender, 'app' | 'servers'>): Contender {
  return { name: 'Baton', app, servers, conversation: (id) => conversation(address, id) };
}

export async function sendMessage({ url, channelKey }: BatonAddress, id: string, messageId: string, text: string) {
  const target = `${url}/v1/conversations/${id}/messages`;
  const { status } = await call({ method: 'POST', url: target, key: channelKey, body: { messageId, text } });
  if (status !== 202) throw new Error(`the message was answered ${status}`);
}

function conversation(address: BatonAddress, id: string): Conversation {
  let replies: Promise<Replies> | undefined;
  return {
    async turn(messageId, text) {
      const reply = replies && (await replies).containing(messageId, PATIENCE_MS);
      // Where sending fails, that is the failure to tell, and nobody waits for the reply.
      reply?.catch(() => undefined);
      await sendMessage(address, id, messageId, text);
      // The stream exists once the conversation does; it begins with everything said so far.
      replies ??= followReplies(address, id);
      return reply ?? (await replies).containing(messageId, PATIENCE_MS);
    },
    close() {
      replies?.then(
        ({ close }) => close(),
        () => undefined,
      );
    },
  };
}
