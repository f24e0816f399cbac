/** The customer's chat when things go wrong, and on other people's sites. */
import { describeInBrowser, useVisitors } from './visitors';

const QUESTION = 'What time is breakfast?';

describeInBrowser('chat', () => {
  const visitors = useVisitors();

  test('a reload keeps the conversation', async () => {
    const { chat, watched } = await visitors.customer();
    await chat.write(QUESTION);
    const answer = await chat.bubble('ai');
    const id = await chat.conversationId();
    await chat.page.reload();
    expect(await chat.bubble('customer')).toBe(QUESTION);
    expect(await chat.bubble('ai')).toBe(answer);
    expect(await chat.conversationId()).toBe(id);
    expect(await watched.alarms()).toEqual([]);
  });

  test('a message that could not be sent is sent again by hand and arrives once', async () => {
    const { chat } = await visitors.customer();
    await chat.write(QUESTION);
    await chat.bubble('ai');
    await chat.page.route('**/messages', (route) => route.abort());
    await chat.write('Is the pool heated?');
    await chat.page.locator('.row--failed').waitFor();
    await chat.page.unroute('**/messages');
    await chat.page.getByRole('button', { name: 'Try again' }).click();
    await chat.bubble('ai', 1);
    expect(await chat.page.locator('.row--customer').count()).toBe(2);
    expect(await chat.page.locator('.row--failed').count()).toBe(0);
  });

  test('an answer that got lost on the way back does not double the message', async () => {
    const { chat } = await visitors.customer();
    let lost = 0;
    await chat.page.route('**/messages', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    await chat.write(QUESTION);
    await chat.bubble('ai');
    await chat.page.reload();
    await chat.bubble('ai');
    expect(lost).toBe(1);
    expect(await chat.page.locator('.row--customer').count()).toBe(1);
  });

  test('messages come through where live streams are held back', async () => {
    const { chat } = await visitors.customer();
    await chat.page.route('**/events', (route) => route.abort());
    await chat.page.reload();
    await chat.write(QUESTION);
    expect(await chat.bubble('ai')).toMatch(/06:30/);
  });

  test('two tabs show one conversation, and the second goes on when the first closes', async () => {
    const { chat } = await visitors.customer();
    await chat.write(QUESTION);
    await chat.bubble('ai');
    const second = await chat.secondTab();
    await second.bubble('ai');
    await chat.write('Is the pool heated?');
    await second.bubble('ai', 1);
    await chat.page.close();
    await second.write('Can I bring my dog?');
    await second.bubble('ai', 2);
    expect(await second.page.locator('.row--customer').count()).toBe(3);
  });

  test('a token that is no longer taken begins a new conversation with the same message', async () => {
    const { chat } = await visitors.customer();
    await chat.write(QUESTION);
    await chat.bubble('ai');
    const before = await chat.conversationId();
    await chat.forgeToken();
    await chat.page.reload();
    await chat.status(/earlier chat has ended/);
    await chat.write(QUESTION);
    await chat.bubble('ai');
    expect(await chat.conversationId()).not.toBe(before);
  });

  test('Enter within an input method ends the word, not the message', async () => {
    const { chat } = await visitors.customer();
    await chat.page.locator('textarea').fill('Xin chà');
    await chat.pressEnterWhileComposing();
    expect(await chat.page.locator('textarea').inputValue()).toBe('Xin chà');
    expect(await chat.page.locator('.row').count()).toBe(0);
  });

  test('a text over the limit is counted and kept, not sent', async () => {
    const { chat } = await visitors.customer();
    await chat.write('x'.repeat(4010));
    expect(await chat.page.locator('.counter').textContent()).toMatch(/^10 /);
    expect((await chat.page.locator('textarea').inputValue()).length).toBe(4010);
    expect(await chat.page.locator('.row').count()).toBe(0);
  });

  test("one script tag puts the chat on another origin's page, untouched by its styles", async () => {
    const { chat, watched } = await visitors.shopper();
    await chat.page.getByRole('button', { name: 'Mở khung trò chuyện' }).click();
    await chat.write('Mấy giờ ăn sáng?');
    expect(await chat.bubble('ai')).toMatch(/\d/);
    expect(await chat.page.locator('.name').textContent()).toBe('Our shop');
    await chat.page.keyboard.press('Escape');
    await chat.page.locator('.panel').waitFor({ state: 'hidden' });
    const served = 'node: script';
    expect((await watched.alarms()).filter((alarm) => alarm !== served)).toEqual([]);
  });
});
