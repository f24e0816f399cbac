/**
 * Genuine signatures around bodies nobody foresaw: recorded payloads with values replaced, keys dropped or arrays grown,
 * posted to the real API on a real store. A 5xx would make the provider send the same again for hours.
 */
import { startStack } from '../../test/support/stack';
import type { Row } from '../table';
import { type Account, providerAccounts } from './accounts';
import { pick } from './signatures';

const AT_ONCE = 32;
const LONGEST_TEXT = 500;

export async function strangePayloads(count: number, random: () => number): Promise<Row[]> {
  const accounts = providerAccounts();
  // No worker: the promise is about intake, and whatever was taken in would be answered beside it.
  const stack = await startStack({ channels: accounts.map(({ channel }) => channel), worker: false });
  const answers = new Map<number, number>();
  let left = count;
  const post = async () => {
    while (left-- > 0) {
      const status = await send(stack.url, pick(accounts, random), random);
      answers.set(status, (answers.get(status) ?? 0) + 1);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, post));
  } finally {
    await stack.close();
  }
  const failed = [...answers].filter(([status]) => status >= 500).reduce((sum, [, times]) => sum + times, 0);
  const note = [...answers].sort(([a], [b]) => a - b).map(([status, times]) => `${status}: ${times}`);
  return [
    {
      what: 'strange payloads answered with 5xx',
      figure: `${failed} of ${count}`,
      goal: '0',
      met: failed === 0,
      note: note.join(', '),
    },
  ];
}

async function send(url: string, account: Account, random: () => number): Promise<number> {
  const { name, account: of } = account.channel;
  const { body } = pick(account.payloads, random);
  const bytes = Buffer.from(JSON.stringify(strange(body, random)) ?? 'null');
  const response = await fetch(`${url}/v1/channels/${name}/${of}/webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...account.sign(bytes) },
    body: bytes,
  });
  await response.arrayBuffer();
  return response.status;
}

/** The document with one to three of its places changed. */
function strange(document: unknown, random: () => number): unknown {
  let changed = document;
  for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1) changed = changeOne(changed, random);
  return changed;
}

function changeOne(document: unknown, random: () => number): unknown {
  let at = Math.floor(random() * places(document));
  const walk = (node: unknown): unknown => {
    if (at-- === 0) return instead(node, random);
    if (Array.isArray(node)) return node.map(walk);
    if (!node || typeof node !== 'object') return node;
    return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(document);
}

function instead(node: unknown, random: () => number): unknown {
  const kinds: (() => unknown)[] = [
    () => null,
    () => undefined,
    () => '',
    () => -1,
    () => 1e308,
    () => true,
    () => [],
    () => ({}),
    () => [node, node, node],
    () => ({ $gt: '' }),
    () => '\u0000\ud800'.repeat(3),
    () => 'ü'.repeat(Math.floor(random() * LONGEST_TEXT)),
    () => String(node),
    () => (typeof node === 'string' ? `${node}${node}` : node),
  ];
  return pick(kinds, random)();
}

function places(node: unknown): number {
  if (!node || typeof node !== 'object') return 1;
  return 1 + Object.values(node).reduce<number>((sum, inner) => sum + places(inner), 0);
}
