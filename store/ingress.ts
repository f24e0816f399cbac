/** The way in: a table of contents over accepting, leasing and echoes. */
import { accept } from './accept';
import type { StoreContext } from './context';
import { holdEcho, releaseEchoes } from './echoes';
import { isSettled } from './fence';
import { leaseUnsignalled } from './leases';
import { followAddress } from './send-address';
import { signalledBatch } from './signalled-batch';
import type { Ingress } from './store';

export function createIngress(context: StoreContext): Ingress {
  const batch = signalledBatch(context);
  return {
    accept: (input) => accept(context, batch, input),
    fenceClosed: async (_conversation, { outboxKey, untilMs }) =>
      Date.now() >= untilMs || (await isSettled(context, outboxKey)),
    markSignalled: batch.signalled,
    leaseUnsignalled: (input) => leaseUnsignalled(context, input),
    holdEcho: (input, graceMs) => holdEcho(context, input, graceMs),
    releaseEchoes: () => releaseEchoes(context, batch),
    async linkNames(input) {
      const home = await context.homes.known(input);
      if (home) await followAddress(context, home, input.address);
      return home !== null;
    },
    flush: batch.flush,
  };
}
