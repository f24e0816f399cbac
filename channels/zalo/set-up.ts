/**
 * Says whether the account's access token works and whose it is. Zalo has no call that reads or sets the webhook: that
 * is done by hand, so it is told here and not checked.
 */
import { ChannelRefusal, type Finding } from '../channel';
import { askZalo, type ZaloAccess } from './call';

export async function checkZalo(
  access: ZaloAccess,
  { webhookUrl }: { webhookUrl: string | null },
  signal: AbortSignal,
): Promise<Finding[]> {
  return [await checkAccount(access, signal), webhook(webhookUrl)];
}

async function checkAccount(access: ZaloAccess, signal: AbortSignal): Promise<Finding> {
  try {
    const { error, data } = await askZalo(access, '/v2.0/oa/getoa', { method: 'GET' }, signal);
    if (error === 0) return { what: `the official account is ${String(data.name)}`, state: 'ok' };
    const advice = 'Look the number up at developers.zalo.me and authorise the app again if it speaks of access.';
    return { what: `Zalo does not show the official account (its error ${error})`, state: 'error', advice };
  } catch (error) {
    const lost = error instanceof ChannelRefusal;
    const advice = lost
      ? 'Authorise the app again, put the new refresh token into its variable and restart the worker.'
      : 'Start the worker once: it turns the refresh token into an access token, and renews it from then on.';
    return { what: (error as Error).message, state: 'error', advice };
  }
}

function webhook(webhookUrl: string | null): Finding {
  const address = webhookUrl ?? 'the address of this account’s webhook';
  return {
    what: 'Zalo shows the webhook’s address only in its console',
    state: 'warning',
    advice: `At developers.zalo.me the app’s Webhook must be ${address}, with the events of docs/channels/zalo.md.`,
  };
}
