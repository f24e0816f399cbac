/**
 * Who writes, for the parameters a business binds to it. It comes from the conversation as the channel vouches for it,
 * so no message and no model can look up what belongs to somebody else by naming him.
 */
import type { BusinessTool, CustomerIdentity } from '../../../domain/business';
import type { ConversationKey } from '../../../store/store';

type Readers = Record<CustomerIdentity, () => string | Promise<string>>;

/** By parameter name. Asks for the address only where a tool needs it. */
export async function identityFor(
  { parameters }: Pick<BusinessTool, 'parameters'>,
  conversation: ConversationKey,
  address: (key: ConversationKey) => Promise<string>,
): Promise<Record<string, string>> {
  const readers: Readers = {
    address: () => address(conversation),
    conversation: () => conversation.conversationId,
    channel: () => conversation.channel,
    account: () => conversation.account,
  };
  const bound: Record<string, string> = {};
  for (const [name, { identity }] of Object.entries(parameters)) {
    if (identity) bound[name] = await readers[identity]();
  }
  return bound;
}
