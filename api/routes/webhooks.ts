/**
 * Providers' webhooks, the same for every channel: the raw bytes are verified, then parsed, then every event in them
 * is stored before the provider is answered. What is not understood is counted and answered 200: asking for it again
 * would not help.
 */
import type { Channel, ChannelEvent, WebhookRequest } from '../../channels/channel';
import type { RouteDeps } from '../deps';
import { type Call, type Operation, operation } from '../operation';
import { Problem } from '../problem';
import { readRawBody } from '../read-body';
import { createWebhookIntake } from '../webhook-intake';
import { webhookRequestOf } from '../webhook-request';

const path = '/v1/channels/:channel/:account/webhook';
/** Meta gathers up to 3 MB into one webhook; a refusal would bring the same one back for a week. */
const WEBHOOK_BYTES = 3 * 1024 * 1024;

export function webhookOperations(deps: RouteDeps): Operation[] {
  const { channels, metrics } = deps;
  const takeEvent = createWebhookIntake(deps);

  async function verified({ request, response, params }: Call<unknown, unknown>) {
    const channel = channels.find(params.channel ?? '', params.account ?? '');
    if (!channel) throw new Problem(404, 'There is no such channel account');
    const webhook = webhookRequestOf(request, await readRawBody(request, response, WEBHOOK_BYTES));
    if (channel.verify(webhook) === true) return { channel, webhook };
    metrics.webhookEvents.inc({ channel: channel.name, outcome: 'forged' });
    throw new Problem(401, 'The signature is not valid');
  }

  async function takeAll(events: readonly ChannelEvent[], channel: Channel): Promise<void> {
    for (const event of events) {
      const outcome = await takeEvent(event, channel);
      metrics.webhookEvents.inc({ channel: channel.name, outcome });
    }
  }

  /** Further accounts that the provider tells of at this address: those whose own secret proves the webhook too. */
  function sharingWith(channel: Channel, webhook: WebhookRequest): Channel[] {
    if (!channel.sharesWebhook) return [];
    return channels
      .all()
      .filter((each) => each !== channel && each.name === channel.name && each.sharesWebhook)
      .filter((each) => each.verify(webhook) === true);
  }

  return [
    operation({
      method: 'get',
      path,
      summary: "A provider's set-up challenge",
      access: 'open',
      replies: { 200: { description: "The challenge's answer", type: 'text/plain' } },
      async handle(call) {
        const { channel, webhook } = await verified(call);
        const parsed = channel.parse(webhook);
        if (Array.isArray(parsed)) throw new Problem(404, 'This is no set-up challenge');
        call.response.type('text/plain').send(parsed.challenge);
      },
    }),
    operation({
      method: 'post',
      path,
      summary: "A provider's events",
      access: 'open',
      replies: { 200: { description: 'Everything in it is stored or of no concern', type: 'text/plain' } },
      async handle(call) {
        const { channel, webhook } = await verified(call);
        const parsed = channel.parse(webhook);
        if (!Array.isArray(parsed)) return void call.response.type('text/plain').send(parsed.challenge);
        await takeAll(parsed, channel);
        for (const other of sharingWith(channel, webhook)) {
          const events = other.parse(webhook);
          // What is of no concern to this one as well was counted already.
          if (Array.isArray(events))
            await takeAll(
              events.filter(({ kind }) => kind !== 'ignored'),
              other,
            );
        }
        const acknowledgement = channel.acknowledge?.(webhook);
        if (acknowledgement) call.response.json(acknowledgement);
        else call.response.type('text/plain').send('');
      },
    }),
  ];
}
