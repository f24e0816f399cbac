import type { ConversationKey } from '../store/store';
import type { ActivityDeps } from './deps';

/** As the business lists him; undefined where it does not. */
export const operatorName = (
  { business }: Pick<ActivityDeps, 'business'>,
  { businessId }: Pick<ConversationKey, 'businessId'>,
  operatorId: string,
): string | undefined => business(businessId).operators.find(({ id }) => id === operatorId)?.name;
