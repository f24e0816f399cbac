/**
 * How long the access tokens that a provider rotates still last, for whoever is woken by alarms: a keeper that does not
 * renew, and an account that has to be authorised again, are seen before a customer notices.
 */
import { Gauge } from 'prom-client';
import type { Business } from '../domain/business';
import type { Store } from '../store';
import type { Metrics } from './metrics';

export function measureChannelAccess(
  { register }: Metrics,
  { accessTokens }: Pick<Store, 'accessTokens'>,
  { id: businessId, channels }: Pick<Business, 'id' | 'channels'>,
): void {
  if (channels.zalo.length === 0) return;
  new Gauge({
    name: 'baton_channel_access_seconds',
    help: 'Until the access token of a channel account ends; 0 where it ended or the account must be authorised again',
    labelNames: ['channel', 'account'],
    registers: [register],
    async collect() {
      for (const { account } of channels.zalo) {
        const held = await accessTokens.read({ businessId, channel: 'zalo', account }).catch(() => undefined);
        // The database is away: the last word stands.
        if (held === undefined) continue;
        const leftMs = held?.lost ? 0 : (held?.expiresAt?.getTime() ?? 0) - Date.now();
        this.set({ channel: 'zalo', account }, Math.max(0, Math.round(leftMs / 1000)));
      }
    },
  });
}
