/** A customer's file at the team page: named by its kind, saved on demand, never run inside the page. */
import { readFileSync } from 'node:fs';
import { createWhatsAppChannel } from '../../channels/whatsapp';
import { APP_SECRET, TOKEN, VERIFY_TOKEN } from '../platforms/meta';
import { PHONE_NUMBER_ID, startWhatsAppPlatform, type WhatsAppPlatform } from '../platforms/whatsapp';
import { describeInBrowser, useVisitors } from './visitors';

const PAGE = '<script>document.title = "taken over"</script>';

describeInBrowser("a customer's file", () => {
  let platform: WhatsAppPlatform;
  const visitors = useVisitors(async () => {
    platform = await startWhatsAppPlatform();
    const channel = createWhatsAppChannel({
      ...{ account: 'main', phoneNumberId: PHONE_NUMBER_ID, token: TOKEN, appSecret: APP_SECRET },
      ...{ verifyToken: VERIFY_TOKEN, baseUrl: platform.url },
    });
    return { channels: [channel] };
  });
  afterAll(() => platform?.close());

  /** One photo or file, and the conversation that it began, open at the desk. */
  async function sent(from: string, message: Record<string, unknown>) {
    platform.webhookUrl = `${visitors.url()}/v1/channels/whatsapp/main/webhook`;
    const { desk, watched } = await visitors.operator();
    const ids = () =>
      desk.page.locator('[data-id]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-id')));
    const before = new Set(await ids());
    expect(await platform.customer({ wa_id: from }, message)).toBe(200);
    await desk.page.locator('[data-id]').nth(before.size).waitFor();
    await desk.open((await ids()).find((id) => !before.has(id)) ?? '');
    return { desk, watched };
  }

  test('is saved when the operator asks for it, and is no part of the page', async () => {
    platform.putFile('700', Buffer.from(PAGE), 'text/html');
    const { desk, watched } = await sent('84900000001', {
      type: 'document',
      document: { id: '700', filename: 'bill.html' },
    });
    const [download] = await Promise.all([
      desk.page.waitForEvent('download'),
      desk.page.locator('.turn--customer .open').first().click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^attachment-\d+-0/);
    expect(readFileSync(await download.path(), 'utf8')).toBe(PAGE);
    expect(await desk.page.title()).not.toMatch(/taken over/);
    expect(await watched.alarms()).toEqual([]);
  });

  test('that the provider no longer has is said in words', async () => {
    const { desk } = await sent('84900000002', { type: 'image', image: { id: 'gone' } });
    await desk.page.locator('.turn--customer .open').first().click();
    await desk.page.getByText(/does not hand the file out/).waitFor();
  });
});
