/** The pages in a real browser against the whole stack: what a customer and an operator see, and that text stays text. */
import { DeskActor } from './desk-actor';
import { SCRIPT_PAYLOADS } from './script-payloads';
import { describeInBrowser, useVisitors } from './visitors';

/** The assistant answers within a second: silent for this long is silent. */
const SILENCE_MS = 4000;
const QUESTION = 'What time is breakfast?';

describeInBrowser('pages', () => {
  const visitors = useVisitors();

  test('a customer goes from the AI to a person and back', async () => {
    const { chat, watched: chatPage } = await visitors.customer();
    await chat.write(QUESTION);
    expect(await chat.bubble('ai')).toMatch(/06:30/);
    expect(await chat.aiRows.first().locator('.sources').textContent()).toMatch(/Source: Breakfast/);

    await chat.askForPerson();
    await chat.bubble('system');
    await chat.status(/colleague has been called/);
    const id = await chat.conversationId();

    const { desk, watched: deskPage } = await visitors.operator();
    const row = await desk.row(id, 'waiting');
    expect(await row.textContent()).toMatch(/Asked for a person/);
    expect(await desk.page.title()).toMatch(/^\(\d+\) /);
    await desk.open(id);
    await desk.page.locator('.turn--brief').first().waitFor();
    expect(await desk.page.locator('.reason').first().textContent()).toMatch(/Asked for a person.*≥/);

    await desk.reply('Hello, this is Lan at the front desk.');
    expect(await chat.bubble('operator')).toBe('Hello, this is Lan at the front desk.');
    await chat.status(/talking with/);
    await desk.mode('operator');

    await chat.write('Until when is breakfast on Sunday?');
    await chat.page.waitForTimeout(SILENCE_MS);
    expect(await chat.aiRows.count()).toBe(1);

    await desk.press('Done');
    await desk.mode('resolved');
    await chat.status(/was closed/);
    await chat.write('Do you have a breakfast buffet?');
    await chat.bubble('ai', 1);
    await chat.status(/AI assistant/);
    await desk.mode('ai');
    expect([...(await chatPage.alarms()), ...(await deskPage.alarms())]).toEqual([]);
  });

  test('the insight page asks for the key of the team page and shows the counts', async () => {
    const { page, alarms } = await visitors.open('/insights');
    await page.locator('input[name=key]').fill(visitors.keys().viewer);
    await page.locator('input[name=name]').fill('Lan');
    await page.getByRole('button', { name: 'Open the desk' }).click();
    await page.locator('table', { hasText: 'Handed to a person' }).waitFor();
    expect(await alarms()).toEqual([]);
  });

  test("an operator's note is seen by the team and never by the customer", async () => {
    const { chat } = await visitors.customer();
    await chat.write(QUESTION);
    await chat.bubble('ai');
    const { desk } = await visitors.operator();
    await desk.open(await chat.conversationId());
    await desk.note('Regular guest, likes a quiet room');
    await desk.page.locator('.turn--note', { hasText: 'Regular guest' }).waitFor();
    await chat.page.reload();
    await chat.bubble('ai');
    expect(await chat.texts()).not.toMatch(/Regular guest/);
  });

  test('a card number is a lock on both pages, never digits', async () => {
    const { chat } = await visitors.customer();
    await chat.write('Please charge 4111 1111 1111 1111 for the room');
    await chat.page.locator('.row--customer .chip[data-type=PAYMENT_CARD]').waitFor();
    expect(await chat.texts()).not.toMatch(/4111 ?1111/);
    const { desk } = await visitors.operator();
    await desk.open(await chat.conversationId());
    await desk.page.locator('.turn--customer .chip[data-type=PAYMENT_CARD]').waitFor();
    expect(await desk.page.content()).not.toMatch(/4111 ?1111/);
  });

  test('a key the API does not know opens nothing and says so', async () => {
    const { page } = await visitors.open('/team');
    await page.locator('input[name=key]').fill('not-a-key');
    await page.locator('input[name=name]').fill('Lan');
    await page.getByRole('button', { name: 'Open the desk' }).click();
    await page.locator('.door-problem', { hasText: 'not known' }).waitFor();
    expect(await page.locator('.tabs').count()).toBe(0);
  });

  test('before the list has come the desk does not say that nobody waits', async () => {
    const { chat } = await visitors.customer();
    await chat.askForPerson();
    await chat.status(/colleague has been called/);
    const { page } = await visitors.open('/team');
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/v1/conversations?mode=waiting*', async (route) => {
      await released;
      await route.continue();
    });
    const desk = new DeskActor(page);
    const signedIn = desk.signIn(visitors.keys().operator, 'Lan');
    await page.getByText('Loading…').waitFor();
    expect(await page.locator('.waiting-count').textContent()).toBe('');
    release();
    await signedIn;
    await page.locator('.waiting-count', { hasText: 'waiting' }).waitFor();
    expect(await page.locator('.empty').textContent()).toBe('');
  });

  test("a viewer's reply is refused in plain words and its text is kept", async () => {
    const { chat } = await visitors.customer();
    await chat.write(QUESTION);
    await chat.bubble('ai');
    const { chat: another } = await visitors.customer();
    await another.write(QUESTION);
    await another.bubble('ai');
    const { desk } = await visitors.operator({ key: visitors.keys().viewer, name: 'Viewer' });
    await desk.open(await chat.conversationId());
    await desk.reply('May I?');
    const failed = desk.page.locator('.turn--failed', { hasText: 'May I?' });
    await failed.waitFor();
    expect(await failed.textContent()).toMatch(/not sent: .*operator/);
    await desk.open(await another.conversationId());
    expect(await desk.page.locator('.reply textarea').inputValue()).toBe('');
    await desk.open(await chat.conversationId());
    expect(await desk.page.locator('.reply textarea').inputValue()).toBe('May I?');
  });

  test('messages and names that look like markup stay text on both pages', async () => {
    const { chat, watched: chatPage } = await visitors.customer();
    for (const payload of SCRIPT_PAYLOADS) await chat.write(payload);
    await chat.arrived(SCRIPT_PAYLOADS.length);
    const { desk, watched: deskPage } = await visitors.operator({ name: '<img src=x onerror=pwned()>' });
    await desk.open(await chat.conversationId());
    await desk.turns('customer', SCRIPT_PAYLOADS.length);
    for (const payload of SCRIPT_PAYLOADS.slice(0, 5)) await desk.reply(payload);
    await chat.bubble('operator', 4);

    const expected = SCRIPT_PAYLOADS.map(comparable);
    const inChat = await chat.page.locator('.row--customer .bubble').allTextContents();
    const atDesk = await desk.page.locator('.turn--customer .text').allTextContents();
    expect(inChat.map(comparable)).toEqual(expected);
    expect(atDesk.map(comparable)).toEqual(expected);
    expect([...(await chatPage.alarms()), ...(await deskPage.alarms())]).toEqual([]);
  });
});

/** Pages may show white space and control characters differently; the words must not differ. */
const comparable = (text: string) => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, '');
