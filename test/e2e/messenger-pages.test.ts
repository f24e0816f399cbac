/** Two pages on one Facebook app: Meta tells of both at one address, and each account hears of its own alone. */
import { createMessengerChannel } from '../../channels/messenger';
import { APP_ID, PAGE_ID } from '../platforms/messenger';
import { APP_SECRET, postWebhook, TOKEN, VERIFY_TOKEN } from '../platforms/meta';
import { deadAddress } from '../support/loopback';
import { startStack, type TestStack } from '../support/stack';

const OTHER_PAGE = '771122334455667';
const PSID = '6543210987654321';
let stack: TestStack;
beforeAll(async () => {
  const baseUrl = await deadAddress();
  const page = (account: string, pageId: string, appSecret = APP_SECRET) =>
    createMessengerChannel({
      ...{ account, pageId, appId: APP_ID, token: TOKEN, appSecret, verifyToken: VERIFY_TOKEN, baseUrl },
    });
  const foreign = page('foreign', OTHER_PAGE, 'the secret of another app');
  stack = await startStack({ channels: [page('main', PAGE_ID), page('spa', OTHER_PAGE), foreign], worker: false });
}, 120_000);
afterAll(() => stack?.close());

let counter = 0;
const said = (text: string) => ({
  ...{ sender: { id: PSID }, recipient: { id: 'page' }, timestamp: Date.now() },
  message: { mid: `m_${process.pid}_${++counter}`, text },
});
const post = (account: string, ...entries: [page: string, text: string][]) =>
  postWebhook(`${stack.url}/v1/channels/messenger/${account}/webhook`, {
    object: 'page',
    entry: entries.map(([id, text]) => ({ id, time: Date.now(), messaging: [said(text)] })),
  });

/** What each account's one conversation has received. */
async function heard(): Promise<Record<string, number>> {
  const headers = { authorization: `Bearer ${stack.keys.viewer}` };
  const response = await fetch(`${stack.url}/v1/conversations?channel=messenger&limit=100`, { headers });
  const { conversations } = (await response.json()) as { conversations: { account: string; conversationId: string }[] };
  const counts = conversations.map(async ({ account, conversationId }) => {
    const found = await stack.store.conversations.find(stack.business.id, conversationId);
    return [account, found?.received ?? 0] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

async function counted(outcome: string): Promise<number> {
  const metrics = await (await fetch(`${stack.url}/metrics`)).text();
  const line = new RegExp(`^\\S*\\{channel="messenger",outcome="${outcome}"\\} (\\d+)$`, 'm');
  return Number(line.exec(metrics)?.[1] ?? 0);
}

describe('pages that share an app', () => {
  it('hear of their own at whichever address Meta tells it, each once', async () => {
    expect(await post('main', [PAGE_ID, 'to the hotel'])).toBe(200);
    expect(await heard()).toEqual({ main: 1 });
    // The same person has the same id here only because the test says so: two pages, two conversations.
    expect(await post('main', [OTHER_PAGE, 'to the spa'])).toBe(200);
    expect(await heard()).toEqual({ main: 1, spa: 1 });
    expect(await post('spa', [PAGE_ID, 'to the hotel again'], [OTHER_PAGE, 'and to the spa'])).toBe(200);
    expect(await heard()).toEqual({ main: 2, spa: 2 });
    expect(await counted('accepted')).toBe(4);
  });

  it('are not asked about a page that nobody named: it is ignored and counted', async () => {
    const [ignored, before] = [await counted('ignored'), await heard()];
    expect(await post('main', ['999', 'to nobody'])).toBe(200);
    expect(await counted('ignored')).toBe(ignored + 1);
    expect(await heard()).toEqual(before);
  });

  it('prove each webhook by their own secret: an account of another app hears nothing of theirs', async () => {
    expect(Object.keys(await heard())).not.toContain('foreign');
    expect(await post('foreign', [OTHER_PAGE, 'signed by another app'])).toBe(401);
  });
});
