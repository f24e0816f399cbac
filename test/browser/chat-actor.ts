/** A customer at the chat page: writes, and waits for what comes back. */
import type { Locator, Page } from 'playwright-core';

export class ChatActor {
  constructor(readonly page: Page) {}

  get aiRows(): Locator {
    return this.page.locator('.row--ai');
  }

  async write(text: string): Promise<void> {
    await this.page.locator('textarea').fill(text);
    await this.page.locator('textarea').press('Enter');
  }

  async askForPerson(): Promise<void> {
    await this.page.getByRole('button', { name: 'Talk to a person' }).click();
  }

  /** The text of the nth bubble of an author, once it is there. */
  async bubble(author: 'customer' | 'ai' | 'operator' | 'system', nth = 0): Promise<string> {
    const bubble = this.page.locator(`.row--${author} .bubble`).nth(nth);
    await bubble.waitFor();
    return (await bubble.textContent()) ?? '';
  }

  async status(expected: RegExp): Promise<void> {
    await this.page.locator('.status', { hasText: expected }).waitFor();
  }

  conversationId(): Promise<string> {
    return this.page.evaluate<string>(
      "JSON.parse(localStorage.getItem(Object.keys(localStorage).find((key) => key.startsWith('baton:')))).conversationId",
    );
  }

  /** Waits until so many customer messages are on the server. */
  async arrived(count: number): Promise<void> {
    const settled = '.row--customer:not(.row--sending):not(.row--failed):not(.row--sent)';
    await this.page
      .locator(settled)
      .nth(count - 1)
      .waitFor();
  }

  /** Everything the log shows. */
  async texts(): Promise<string> {
    return (await this.page.locator('.list').textContent()) ?? '';
  }

  async secondTab(): Promise<ChatActor> {
    const page = await this.page.context().newPage();
    await page.goto(this.page.url());
    return new ChatActor(page);
  }

  async forgeToken(): Promise<void> {
    await this.page.evaluate(`(() => {
      const key = Object.keys(localStorage).find((each) => each.startsWith('baton:'));
      localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage.getItem(key)), token: 'forged' }));
    })()`);
  }

  async pressEnterWhileComposing(): Promise<void> {
    await this.page.locator('textarea').dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
  }
}
