/** A team's group that becomes a supergroup gets a new id, and goes on being what business.yaml calls by the old one. */
import type { Message as TelegramMessage } from '@grammyjs/types';
import type { PlatformChat } from '../platforms/telegram';
import { said, telegramStage } from '../platforms/telegram/stage';
import { until } from '../support/until';

const stage = telegramStage();
let grown: PlatformChat;

describe('a group that became a supergroup', () => {
  it('hears what comes later, and its operators reach the customer from there', async () => {
    const { customer, talk, tag } = await stage.called();
    grown = await stage.platform.becomeSupergroup(stage.plain);
    const before = stage.plain.messages.length;
    await customer.writes('Are you there?');
    const forward = await until('the forward in the new group', () => said(grown, 'Are you there?'));
    const nam = stage.operators.nam.in(grown);
    await nam.replies(forward as TelegramMessage, 'Nam here, by reply');
    await until('his reply', () => customer.received().includes('Nam here, by reply'));
    await nam.writes(`#${tag} and by tag`);
    await until('his tagged words', () => customer.received().includes('and by tag'));
    await talk.mode('operator');
    await nam.writes(`#${tag} /done`);
    await talk.mode('resolved');
    expect(stage.plain.messages).toHaveLength(before);
  });

  it('is called for new conversations as well', async () => {
    await stage.answersIn(grown);
  });

  it('is no excuse for a stranger: a group that nobody named is not heard', async () => {
    const customer = stage.platform.customer();
    const talk = await stage.begin(customer, 'Can I speak to a person? I lost my hat.');
    await talk.mode('waiting');
    const brief = await until('the brief', () => said(grown, 'I lost my hat'));
    const tag = /#([a-z0-9]+)/.exec(brief.text ?? '')?.[1];
    const nam = stage.operators.nam;
    await nam.in(stage.platform.group({ forum: false })).writes(`#${tag} let me in`);
    // What is heard after it shows that it was not: both would reach the customer in order.
    await nam.in(grown).writes(`#${tag} we have it here`);
    await until('what was said in the right group', () => customer.received().includes('we have it here'));
    expect(customer.received().join()).not.toContain('let me in');
  });
});
