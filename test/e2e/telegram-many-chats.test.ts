/** An operator with many chats: which is whose, who has it, and what becomes of words that name none of them. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Message as TelegramMessage } from '@grammyjs/types';
import type { PlatformChat } from '../platforms/telegram';
import { type Called, said, telegramStage } from '../platforms/telegram/stage';
import { until } from '../support/until';

const stage = telegramStage();
const lastOf = ({ messages }: PlatformChat) => messages.at(-1)?.message as TelegramMessage;
/** The first answer beneath a message. */
const answerTo = (place: PlatformChat, asked: TelegramMessage) =>
  until('an answer beneath it', () =>
    place.messages.map(({ message }) => message).find((each) => each.reply_to_message?.message_id === asked.message_id),
  );

let lan: Called;
let minh: Called;
beforeAll(async () => {
  lan = await stage.called(stage.platform.customer('Lan'));
  minh = await stage.called(stage.platform.customer('Minh'));
}, 60_000);

describe('an operator with many chats', () => {
  it('reads the name in titles and briefs, and beside every tag', async () => {
    expect(stage.forum.topics.get(lan.topic)?.name).toBe(`🔴 #${lan.tag} Lan · telegram · explicit request`);
    expect(stage.inTopic(lan.topic)[1]?.text).toMatch(/^⚑ A person is needed: Lan on telegram\n/);
    await lan.customer.writes('Are you there?');
    await until('it in the plain group', () => said(stage.plain, `#${lan.tag} Lan · Customer: Are you there?`));
    await until('it in the topic', () =>
      stage.inTopic(lan.topic).some(({ text }) => text === 'Customer: Are you there?'),
    );
  });

  it('who names none is asked beneath his words, with all that are open, and an answer to that goes nowhere', async () => {
    const { nam } = stage.operators;
    await nam.writes('/done');
    const asked = await answerTo(stage.plain, lastOf(stage.plain));
    expect(asked.text).toMatch(/^Which conversation do you mean\? Nothing was sent\./);
    expect(asked.text).toContain(`#${lan.tag} Lan · waits`);
    expect(asked.text).toContain(`#${minh.tag} Minh · waits`);
    await nam.replies(asked, 'for whom is this');
    await pause(1_000);
    for (const { customer, talk } of [lan, minh]) {
      expect(customer.received().join()).not.toContain('for whom is this');
      expect((await talk.conversation()).mode).toBe('waiting');
    }
  });

  it('who writes a tag alone sees that conversation, and has not taken it', async () => {
    await stage.operators.nam.writes(`#${minh.tag}`);
    const shown = await answerTo(stage.plain, lastOf(stage.plain));
    expect(shown.text).toContain('1. Customer: What time is check-in?');
    expect((await minh.talk.conversation()).mode).toBe('waiting');
  });

  it('who names two is asked as well, and a tag that says the same twice is no word for the customer', async () => {
    const forward = await until('a forward', () => said(stage.plain, 'Are you there?'));
    await stage.operators.nam.replies(forward, `#${minh.tag} I am with you at once`);
    const asked = await answerTo(stage.plain, lastOf(stage.plain));
    expect(asked.text).toMatch(/^Which conversation do you mean/);
    await stage.operators.mai.writesIn(lan.topic, `#${lan.tag} Mai here, welcome`);
    await until('her words', () => lan.customer.received().includes('Mai here, welcome'));
    for (const { customer } of [lan, minh]) expect(customer.received().join()).not.toContain('I am with you at once');
  });

  it('is helped where he asks, also outside every topic', async () => {
    await stage.operators.mai.writes('/help');
    const help = await answerTo(stage.forum, lastOf(stage.forum));
    expect(help.message_thread_id).toBeUndefined();
    expect(help.text).toMatch(/^Commands: \/done/);
  });

  it('learns where a chat has no titles who took a conversation, and that it is over', async () => {
    const { alone } = stage.operators;
    await alone.writes(`#${minh.tag} /take`);
    await until('the word of it', () => said(stage.plain, `#${minh.tag} Minh · 🟢 Now with Linh.`));
    await stage.operators.nam.writes('/who');
    expect((await answerTo(stage.plain, lastOf(stage.plain))).text).toContain(`#${minh.tag} Minh · with Linh`);
    await pause(1_100);
    await alone.writes(`#${minh.tag} /done`);
    await until('the end', () => said(stage.plain, `#${minh.tag} Minh · ✅ Resolved.`));
    // Where it was taken, the answer to the command said so.
    expect(said(alone.place, `#${minh.tag} Minh · 🟢 Now with`)).toBeUndefined();
  });

  it('sees in the title of an old topic that its customer needs a person again', async () => {
    const title = () => stage.forum.topics.get(minh.topic)?.name;
    await until('the end in the title', () => title()?.startsWith('✅'));
    await minh.customer.writes('I want to speak to a person again please');
    await minh.talk.mode('waiting');
    await until('the call in the title', () => title() === `🔴 #${minh.tag} Minh · telegram · explicit request`);
  });

  it('leaves a note, is told that it went no further, and colleagues elsewhere read it', async () => {
    await stage.operators.mai.writesIn(lan.topic, '/note a regular guest');
    await until('the confirmation', () =>
      stage.inTopic(lan.topic).some(({ text }) => text?.startsWith('📝 Noted for the team')),
    );
    await until('it elsewhere', () => said(stage.plain, 'Mai (note): a regular guest'));
    expect(lan.customer.received().join()).not.toContain('regular guest');
  });

  it('who answers one message in a topic shows the customer which', async () => {
    await lan.customer.writes('And is breakfast included?');
    const forward = await until('the forward', () =>
      stage.inTopic(lan.topic).find(({ text }) => text === 'Customer: And is breakfast included?'),
    );
    await stage.operators.mai.writesIn(lan.topic, 'Yes, it is.', { reply_to_message: forward as never });
    const answer = await until('the answer', () => said(lan.customer.place, 'Yes, it is.'));
    expect(answer.reply_to_message?.text).toBe('And is breakfast included?');
  });
});
