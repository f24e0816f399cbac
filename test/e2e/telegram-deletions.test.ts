/** What a customer deletes while people have the conversation: they hear of it where they read it, and once. */
import { said, telegramStage } from '../platforms/telegram/stage';
import { until } from '../support/until';

const stage = telegramStage();
const places = () => [stage.forum, stage.plain, stage.operators.alone.place];
const inTopic = (topic: number, words: string) =>
  until(`"${words}" in the topic`, () => stage.inTopic(topic).find(({ text }) => text?.includes(words))?.text);

describe('a deletion', () => {
  const beneath = (words: string, place: typeof stage.plain) => said(place, words)?.reply_to_message;

  it('is told to the people who have the conversation, beneath the message, and says nothing of it', async () => {
    const chat = stage.platform.connect('Owner').with(stage.platform.customer());
    const { customer, talk, topic } = await stage.called(chat.customer);
    await customer.writes('My room is 240, the code word is heron');
    for (const place of places()) await until('the forward in each place', () => said(place, 'My room is 240'));
    await customer.edits('My room is 204, the code word is heron');
    const edited = await inTopic(topic, 'Customer (edited): My room is 204');
    expect(beneath(edited, stage.forum)?.text).toContain('My room is 240');
    await customer.deletesLast();
    const told = await inTopic(topic, 'Customer deleted the message of ');
    expect(told).not.toContain('heron');
    for (const place of places()) {
      await until('the word in each place', () => said(place, told));
      expect(beneath(told, place)?.text).toContain('My room is 240');
    }
    expect((await talk.conversation()).mode).toBe('waiting');
  });

  it('of what only the brief showed is told as well, and of what nobody was shown to nobody', async () => {
    const chat = stage.platform.connect('Owner').with(stage.platform.customer());
    const talk = await stage.begin(chat.customer, 'What time is check-in?');
    await talk.replies(1);
    await chat.customer.writes('What time is breakfast?');
    await talk.replies(2);
    await chat.customer.deletesLast();
    await talk.until('the deletion', (rows) => rows.every(({ text }) => text !== 'What time is breakfast?'));
    await chat.customer.writes('Can I speak to a person please? I lost my kettle.');
    const brief = await until('the brief', () => said(stage.forum, 'lost my kettle'));
    const topic = brief.message_thread_id as number;
    await talk.mode('waiting');
    await chat.customer.deletesLast();
    await inTopic(topic, 'Customer deleted the message of ');
    expect(stage.inTopic(topic).filter(({ text }) => text?.includes('deleted the message'))).toHaveLength(1);
  });

  it('of the only message that waits for the person who has the conversation keeps nobody waiting', async () => {
    const { customer, talk, topic } = await stage.called(
      stage.platform.connect('Owner').with(stage.platform.customer()).customer,
    );
    await stage.operators.mai.writesIn(topic, 'Mai here');
    await talk.mode('operator');
    await customer.writes('Are you there?');
    const waits = async () => (await talk.conversation()).waitingSince;
    await until('he waits', async () => (await waits()) !== null);
    await customer.deletesLast();
    await until('nobody waits', async () => (await waits()) === null);
    expect(await talk.conversation()).toMatchObject({ mode: 'operator', nextTimer: null });
  });
});
