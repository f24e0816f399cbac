/** A team's group that got a new id while nobody could be told: what Telegram answers to a send is all there is to know. */
import type { Message as TelegramMessage } from '@grammyjs/types';
import type { PlatformChat } from '../platforms/telegram';
import { said, saidOften, telegramStage } from '../platforms/telegram/stage';
import { until } from '../support/until';

const stage = telegramStage();
let grown: PlatformChat;
const moveIsKnown = () =>
  stage.stack.store.threads.beforeMove(
    { ...{ businessId: stage.stack.business.id, channel: 'telegram', account: 'main' }, chat: String(grown.chat.id) },
    [String(stage.plain.chat.id)],
  );

describe('a group that became a supergroup, when both notices of it were lost', () => {
  it('is followed by the refusal of the first send, and heard from then on', async () => {
    const { customer, talk, tag } = await stage.called();
    grown = await stage.platform.becomeSupergroup(stage.plain, { told: false });
    const nam = stage.operators.nam.in(grown);
    await nam.writes(`#${tag} nobody knows this group yet`);
    const before = stage.plain.messages.length;
    await customer.writes('Are you there?');
    const forward = await until('the forward in the new group', () => said(grown, 'Are you there?'));
    // Nobody reads faster than the answer to our own request takes.
    await until('the move is known', moveIsKnown);
    await nam.replies(forward as TelegramMessage, 'Nam here, by reply');
    await until('his reply', () => customer.received().includes('Nam here, by reply'));
    await nam.writes(`#${tag} and by tag`);
    await until('his tagged words', () => customer.received().includes('and by tag'));
    await nam.writes(`#${tag} /done`);
    await talk.mode('resolved');
    expect(customer.received().join()).not.toContain('nobody knows this group yet');
    expect(stage.plain.messages).toHaveLength(before);
  });

  it('is called for new conversations as well, each word once', async () => {
    await stage.answersIn(grown);
    expect(saidOften(grown, 'I lost my umbrella')).toBe(1);
  });
});

describe("a customer's chat that got a new id", () => {
  it('is written to there, and what the customer is sent later goes there at once', async () => {
    const customer = stage.platform.customer();
    const talk = await stage.begin(customer, 'What time is check-in?');
    await talk.replies(1);
    const moved = await stage.platform.becomeSupergroup(customer.place, { told: false });
    await talk.operator('Mai here, from the team page');
    await until('her words in the new chat', () => said(moved, 'Mai here, from the team page'));
    customer.place.blocked = true;
    delete customer.place.movedTo;
    await talk.operator('and once more');
    await until('her second words', () => said(moved, 'and once more'));
  });
});
