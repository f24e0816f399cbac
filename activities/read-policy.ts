/**
 * What a run has to know before it takes a message: the business's timers and how its channel delivers, and, for a
 * first run, where the numbers stand. A conversation whose workflow was lost or cancelled goes on from its document.
 */
import type { ConversationPolicy } from '../domain/policy';
import type { ConversationKey, ResumePoint } from '../store/store';
import type { ActivityDeps } from './deps';

export interface RunSettings {
  policy: ConversationPolicy;
  /** `pull`: a visible row is the delivery, so sends are local activities; `push`: a provider is called. */
  delivery: 'pull' | 'push';
  /** Operators have a place outside the web team page: briefs, forwards and reminders go there too. */
  hasPlaces: boolean;
  /** Null for a run that carries its state, and for a conversation that has only begun. */
  resumePoint: ResumePoint | null;
}

export const readPolicy =
  ({ store, business, channels }: Pick<ActivityDeps, 'store' | 'business' | 'channels'>) =>
  async ({ conversation, firstRun }: { conversation: ConversationKey; firstRun: boolean }): Promise<RunSettings> => {
    const { policy, places } = business(conversation.businessId);
    const channel = channels.find(conversation.channel, conversation.account);
    const resumePoint = firstRun ? await store.conversations.resumePoint(conversation) : null;
    return { policy, delivery: channel?.delivery ?? 'pull', hasPlaces: places.length > 0, resumePoint };
  };
