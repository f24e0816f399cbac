/** What `channels:check` asks about the page and its token, and what `channels:setup` can set. */
import type { Finding } from '../channel';
import { createGraph, type Graph, graphErrorOf, succeeded } from '../meta-graph';
import { recordOf, recordsOf, textOf } from '../meta-webhook';
import type { ProviderAnswer } from '../provider-call';

const NEEDED = ['messages', 'message_echoes', 'messaging_postbacks', 'message_deliveries'];
const USEFUL = ['message_edits', 'message_reactions', 'standby', 'messaging_handovers', 'message_reads'];
const WEEK_MS = 7 * 86_400_000;

export interface Page {
  graph: Graph;
  appId: string;
  pageId: string | null;
  appSecret: string;
  token: string;
  verifyToken: string;
  baseUrl: string;
}

export async function checkMessenger(page: Page, webhookUrl: string | null, signal: AbortSignal): Promise<Finding[]> {
  const answer = await page.graph.get('me?fields=id,name', signal);
  const me = succeeded(answer);
  if (!me) return [failed('Messenger does not show the page', answer, 'Check the page access token')];
  return [
    identity(page, textOf(me.id), textOf(me.name)),
    ...(await token(page, signal)),
    ...(await subscription(page, signal)),
    ...(await webhook(page, webhookUrl, signal)),
  ];
}

function identity({ pageId }: Page, id: string | undefined, name = id ?? ''): Finding {
  if (pageId === null || pageId === id) return { what: `Facebook page ${name}`, state: 'ok' };
  const advice = `The token is of the page ${id ?? 'without an id'}: put that id or another token`;
  return { what: `pageId is not the id of ${name}`, state: 'error', advice };
}

/** An app asks about its own tokens with its id and secret. */
const asApp = ({ baseUrl, appId, appSecret }: Page) => createGraph(baseUrl, `${appId}|${appSecret}`);

async function token(page: Page, signal: AbortSignal): Promise<Finding[]> {
  const answer = await asApp(page).get(`debug_token?input_token=${encodeURIComponent(page.token)}`, signal);
  const data = recordOf(succeeded(answer)?.data);
  const ends = Number(textOf(data.expires_at) ?? 0) * 1000;
  const advice = 'Make a page access token from a long-lived user or system user token: it does not expire';
  if (data.is_valid === false) return [{ what: 'The page access token is no longer valid', state: 'error', advice }];
  const days = Math.max(0, Math.floor((ends - Date.now()) / 86_400_000));
  if (ends === 0 || ends - Date.now() > WEEK_MS) return [];
  return [{ what: `The page access token expires in ${days} days`, state: 'warning', advice }];
}

async function subscription({ graph, appId }: Page, signal: AbortSignal): Promise<Finding[]> {
  const answer = await graph.get('me/subscribed_apps?fields=id,subscribed_fields', signal);
  const body = succeeded(answer);
  if (!body)
    return [failed('The page does not tell what it is subscribed to', answer, 'Give the token pages_manage_metadata')];
  const ours = recordsOf(body.data).find(({ id }) => textOf(id) === appId);
  const fields = new Set(Array.isArray(ours?.subscribed_fields) ? ours.subscribed_fields : []);
  const missing = NEEDED.filter((field) => !fields.has(field));
  if (missing.length === 0) return [{ what: 'Webhook fields', state: 'ok' }];
  return [{ what: `The page does not send ${missing.join(', ')}`, state: 'error', advice: 'Run channels:setup' }];
}

async function webhook(page: Page, wanted: string | null, signal: AbortSignal): Promise<Finding[]> {
  if (wanted === null) return [];
  const answer = await asApp(page).get(`${page.appId}/subscriptions`, signal);
  const ours = recordsOf(succeeded(answer)?.data).find(({ object }) => object === 'page');
  if (leadsHere(textOf(ours?.callback_url), wanted, page)) return [{ what: 'Webhook address', state: 'ok' }];
  const what = ours ? 'The webhook leads elsewhere' : 'No webhook address is set';
  return [{ what, state: 'error', advice: 'Run channels:setup, or set it in the app dashboard' }];
}

/** Pages that share an app share its address: that of any of their accounts will do. */
function leadsHere(address: string | undefined, wanted: string, { pageId }: Page): boolean {
  const anyAccount = (url: string) => url.replace(/[^/]+\/webhook$/, '*/webhook');
  return address === wanted || (pageId !== null && address !== undefined && anyAccount(address) === anyAccount(wanted));
}

export async function setUpMessenger(page: Page, webhookUrl: string, signal: AbortSignal): Promise<Finding[]> {
  const fields = [...NEEDED, ...USEFUL].join(',');
  const callback = { object: 'page', callback_url: webhookUrl, verify_token: page.verifyToken, fields };
  const app = await asApp(page).post(`${page.appId}/subscriptions`, callback, signal);
  if (!succeeded(app)) {
    const advice = 'Meta calls the address while it is set: it has to be reachable over https, with this verify token';
    return [failed('The webhook address was not accepted', app, advice)];
  }
  const subscribed = await page.graph.post('me/subscribed_apps', { subscribed_fields: fields }, signal);
  if (!succeeded(subscribed))
    return [failed('The page was not subscribed', subscribed, 'Give the token pages_manage_metadata')];
  return [{ what: 'Webhook address set and the page subscribed', state: 'ok' }];
}

function failed(what: string, answer: ProviderAnswer, advice: string): Finding {
  return { what: `${what} (code ${graphErrorOf(answer)?.code ?? answer.status})`, state: 'error', advice };
}
