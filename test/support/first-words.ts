/** Conversations that begin on a channel by somebody's first words there, found as any other program would find them. */
import type { TestStack } from './stack';
import { Talk } from './talk';
import { until } from './until';

export async function conversationIds({ url, keys }: TestStack, channel: string): Promise<string[]> {
  const headers = { authorization: `Bearer ${keys.viewer}` };
  const response = await fetch(`${url}/v1/conversations?channel=${channel}&limit=100`, { headers });
  const { conversations } = (await response.json()) as { conversations: { conversationId: string }[] };
  return conversations.map(({ conversationId }) => conversationId);
}

/** The one conversation that these words begin; `say` resolves with the status of the webhook that carried them. */
export async function begunBy(stack: TestStack, channel: string, say: () => Promise<number>): Promise<Talk> {
  const before = new Set(await conversationIds(stack, channel));
  expect(await say()).toBe(200);
  const id = await until('a conversation', async () =>
    (await conversationIds(stack, channel)).find((each) => !before.has(each)),
  );
  return new Talk(stack.url, stack.keys, id);
}
