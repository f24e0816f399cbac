/** An operator at the team page. */
import type { Locator, Page } from 'playwright-core';

export class DeskActor {
  constructor(readonly page: Page) {}

  async signIn(key: string, name: string): Promise<void> {
    await this.page.locator('input[name=key]').fill(key);
    await this.page.locator('input[name=name]').fill(name);
    await this.page.getByRole('button', { name: 'Open the desk' }).click();
    await this.page.locator('.rows[aria-busy=false]').waitFor({ state: 'attached' });
  }

  /** The row of a conversation in the list, once it has the mode. */
  async row(conversationId: string, mode: string): Promise<Locator> {
    const row = this.page.locator(`.row--${mode}[data-id="${conversationId}"]`);
    await row.waitFor();
    return row;
  }

  async open(conversationId: string): Promise<void> {
    await this.page.locator(`[data-id="${conversationId}"] button`).click();
    await this.page.locator('.turn').first().waitFor();
  }

  async reply(text: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Reply', exact: true }).click();
    await this.page.locator('.reply textarea').fill(text);
    await this.page.locator('.reply textarea').press('Enter');
  }

  async press(action: 'Take' | 'Done' | 'Back to AI'): Promise<void> {
    await this.page.locator('.actions').getByRole('button', { name: action, exact: true }).click();
  }

  async mode(expected: string): Promise<void> {
    await this.page.locator(`.mode[data-mode="${expected}"]`).waitFor();
  }

  async note(text: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Note', exact: true }).click();
    await this.page.locator('.reply textarea').fill(text);
    await this.page.locator('.reply textarea').press('Enter');
  }

  /** Waits until the transcript has so many rows of an author. */
  async turns(author: string, count: number): Promise<void> {
    await this.page
      .locator(`.turn--${author}`)
      .nth(count - 1)
      .waitFor();
  }
}
