/**
 * The accounts of each channel. Secrets stay in the environment: the file holds only the names of the variables.
 * Base addresses have the provider's as default; tests and proxies change them.
 */
import { z } from 'zod';
import { baseAddress, envName, identifier, name, text, unique } from './business-values';

/** `...Env` are names of environment variables, never values; base addresses have no trailing slash. */
export interface TelegramAccount {
  account: string;
  tokenEnv: string;
  secretEnv: string;
  baseUrl: string;
}
export interface WhatsAppAccount {
  account: string;
  phoneNumberId: string;
  tokenEnv: string;
  appSecretEnv: string;
  verifyTokenEnv: string;
  baseUrl: string;
  automaticReplies: string[];
}
export interface ZaloAccount {
  account: string;
  appId: string;
  oaSecretEnv: string;
  appSecretEnv: string;
  refreshTokenEnv: string;
  baseUrl: string;
  oauthUrl: string;
}
export interface MessengerAccount {
  account: string;
  appId: string;
  /** Needed where several pages share an app: null takes whatever comes. */
  pageId: string | null;
  tokenEnv: string;
  appSecretEnv: string;
  verifyTokenEnv: string;
  baseUrl: string;
  automaticReplies: string[];
}
export interface SlackAccount {
  account: string;
  tokenEnv: string;
  signingSecretEnv: string;
  baseUrl: string;
}
/** The `api` channel's Standard Webhooks secret and the address its replies are also posted to. */
export interface ApiAccount {
  secretEnv: string | null;
  callbackUrl: string | null;
}

export interface BusinessChannels {
  telegram: TelegramAccount[];
  whatsapp: WhatsAppAccount[];
  zalo: ZaloAccount[];
  messenger: MessengerAccount[];
  slack: SlackAccount[];
  api: ApiAccount;
}

const account = name('a name for the account, of letters, digits, "-" and "_"').describe(
  'Our name for the account; part of the webhook path /v1/channels/{channel}/{account}/webhook.',
);
const token = envName.describe('Environment variable that holds the access token.');
const appSecret = envName.describe('Environment variable that holds the app secret, which signs webhooks.');
const verifyToken = envName.describe('Environment variable that holds the token of the webhook set-up challenge.');
const base = (address: string) =>
  baseAddress.default(address).describe(`Base address of the provider's API. Default ${address}.`);

const automaticReplies = z
  .array(text('the text of an automatic reply'), { error: 'expected a list of texts' })
  .default([])
  .describe(
    "Greeting and away messages set in Meta's own app, word for word: nobody takes over by them. Default none.",
  );

const telegram = z.strictObject({
  account,
  tokenEnv: envName.describe('Environment variable that holds the bot token.'),
  secretEnv: envName.describe('Environment variable that holds the secret_token given to setWebhook.'),
  baseUrl: base('https://api.telegram.org'),
});
const whatsapp = z.strictObject({
  account,
  phoneNumberId: identifier('the phone number id').describe('Phone number id of the WhatsApp Cloud API.'),
  tokenEnv: token,
  appSecretEnv: appSecret,
  verifyTokenEnv: verifyToken,
  baseUrl: base('https://graph.facebook.com'),
  automaticReplies,
});
const zalo = z.strictObject({
  account,
  appId: identifier('the app id').describe('Id of the Zalo app; part of the webhook signature.'),
  oaSecretEnv: envName.describe("Environment variable that holds the official account's webhook secret."),
  appSecretEnv: envName.describe('Environment variable that holds the app secret, used to refresh tokens.'),
  refreshTokenEnv: envName.describe('Environment variable that holds the first refresh token.'),
  baseUrl: base('https://openapi.zalo.me'),
  oauthUrl: base('https://oauth.zaloapp.com'),
});
const messenger = z.strictObject({
  account,
  appId: identifier('the app id').describe('Id of our app: tells our own echoes from those of people.'),
  pageId: identifier('the page id')
    .nullable()
    .default(null)
    .describe('Id of the page. Needed for each of several pages on one app: an app has one webhook for all of them.'),
  tokenEnv: envName.describe('Environment variable that holds the page access token.'),
  appSecretEnv: appSecret,
  verifyTokenEnv: verifyToken,
  baseUrl: base('https://graph.facebook.com'),
  automaticReplies,
});
const slack = z.strictObject({
  account,
  tokenEnv: envName.describe('Environment variable that holds the bot token.'),
  signingSecretEnv: envName.describe('Environment variable that holds the signing secret.'),
  baseUrl: base('https://slack.com'),
});
const api = z.strictObject({
  secretEnv: envName
    .nullable()
    .default(null)
    .describe('Environment variable with the Standard Webhooks secret (whsec_...).'),
  callbackUrl: baseAddress
    .nullable()
    .default(null)
    .describe('Where replies are also posted, signed. Default: nowhere.'),
});

const accounts = <T extends z.ZodType<{ account: string }>>(schema: T) =>
  z.array(schema, { error: 'expected a list of accounts' }).default([]).superRefine(unique('account'));

/** An app tells of all its pages at one address, so each account has to know its own. */
function toldApart(pages: readonly MessengerAccount[], context: z.RefinementCtx): void {
  for (const [index, { appId, pageId }] of pages.entries()) {
    const alike = pages.filter((each) => each.appId === appId && (each.pageId === pageId || pageId === null));
    if (alike.length < 2) continue;
    const message = 'expected the id of the page: several pages share this app, and each needs its own';
    context.addIssue({ code: 'custom', path: [index, 'pageId'], message });
  }
}

export const channelsSchema = z
  .strictObject({
    telegram: accounts(telegram).describe('Telegram bots (also Telegram Business).'),
    whatsapp: accounts(whatsapp).describe('WhatsApp Cloud API numbers.'),
    zalo: accounts(zalo).describe('Zalo official accounts.'),
    messenger: accounts(messenger).superRefine(toldApart).describe('Facebook pages.'),
    slack: accounts(slack).describe('Slack workspaces, as a place for operators.'),
    api: api.prefault({}).describe('The api channel.'),
  })
  .prefault({})
  .describe('Accounts per channel. The api and web channels need none.');
