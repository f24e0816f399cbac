/** Forgeries one bit away from a genuine webhook, and what reading a genuine one costs. */
import type { WebhookRequest } from '../../channels/channel';
import { number, type Row } from '../table';
import { providerAccounts, requestOf } from './accounts';

const READINGS = 20_000;
const GOAL_MS = 0.2;

export function forgedSignatures(count: number, random: () => number): Row[] {
  const accounts = providerAccounts();
  let accepted = 0;
  let tried = 0;
  while (tried < count) {
    const account = pick(accounts, random);
    const genuine = requestOf(account, pick(account.payloads, random).bytes);
    const forged = account.bodyIsSigned && random() < 0.5 ? otherBody(genuine, random) : otherHeader(genuine, random);
    if (!forged) continue;
    tried += 1;
    if (account.channel.verify(forged) === true) accepted += 1;
  }
  return [
    {
      what: 'forged webhooks accepted',
      figure: `${accepted} of ${tried}`,
      goal: '0',
      met: accepted === 0,
      note: 'one bit flipped in body or signature',
    },
  ];
}

/** By provider: verify and parse of a recorded payload, as a mean over many. */
export function readingTime(): Row[] {
  return providerAccounts().map((account) => {
    const requests = account.payloads.map(({ bytes }) => requestOf(account, bytes));
    const read = () => {
      for (let turn = 0; turn < READINGS; turn += 1) {
        const request = requests[turn % requests.length] as WebhookRequest;
        if (account.channel.verify(request) === true) account.channel.parse(request);
      }
    };
    read();
    const startedAt = performance.now();
    read();
    const each = (performance.now() - startedAt) / READINGS;
    return {
      what: `${account.channel.name}: verify and parse`,
      figure: `${number(each * 1000)} µs`,
      goal: `< ${GOAL_MS} ms`,
      met: each < GOAL_MS,
    };
  });
}

export const pick = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)] as T;

function otherBody(request: WebhookRequest, random: () => number): WebhookRequest | null {
  const body = Buffer.from(request.body);
  if (body.length === 0) return null;
  flip(body, random);
  return { ...request, body };
}

function otherHeader(request: WebhookRequest, random: () => number): WebhookRequest {
  const name = pick(Object.keys(request.headers), random);
  const bytes = Buffer.from(request.headers[name] as string);
  flip(bytes, random);
  return { ...request, headers: { ...request.headers, [name]: bytes.toString('latin1') } };
}

function flip(bytes: Buffer, random: () => number): void {
  const at = Math.floor(random() * bytes.length);
  bytes[at] = (bytes[at] as number) ^ (1 << Math.floor(random() * 7));
}
