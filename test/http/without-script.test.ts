import { portalBrowser, type PortalBrowser } from '../support/portal-browser';
import { portalPages, type PortalPage } from '../support/portal-pages';
import { pagePath } from '../support/test-app';

let portal: PortalBrowser;
beforeAll(async () => {
  portal = await portalBrowser({ javaScriptEnabled: false });
});
afterAll(() => portal.close());

const signOff: PortalPage = { name: 'status', path: `${pagePath}/status`, phase: 'signOff' };

it('Go live asks on a page of its own, takes a date, and answers', async () => {
  await portal.lookAt(signOff, {}, async (page, { client }) => {
    await page.getByRole('link', { name: 'Go live' }).click();
    const asked = await page.locator('#question').innerText();
    await page.getByLabel('Not before').fill('2026-12-24T08:00');
    const sentBefore = client.sent.length;
    await page.getByRole('button', { name: 'Go live' }).click();

    expect(asked).toContain('Go live with Contoso Linux, version 1?');
    expect(sentBefore).toBe(0);
    expect(client.sent).toMatchObject([{ name: 'goLive', input: { notBefore: '2026-12-24T08:00:00.000Z' } }]);
    expect(await page.locator('.notice.accepted').innerText()).toContain('Done');
  });
});

it('Cancel asks on a page of its own, takes a reason, and can be thought better of', async () => {
  await portal.lookAt(signOff, {}, async (page, { client }) => {
    await page.getByRole('link', { name: 'Cancel publishing' }).click();
    await page.getByRole('link', { name: 'Change nothing' }).click();
    const sentBefore = client.sent.length;
    await page.getByRole('link', { name: 'Cancel publishing' }).click();
    await page.getByLabel('Reason').fill('A typo in the title');
    await page.getByRole('button', { name: 'Cancel publishing' }).click();

    expect(sentBefore).toBe(0);
    expect(client.sent).toMatchObject([{ name: 'cancel', input: { reason: 'A typo in the title' } }]);
  });
});

it('the status page comes up to date by reloading itself', async () => {
  await portal.lookAt(signOff, {}, async (page) => {
    const refresh = await page.locator('noscript meta[http-equiv="refresh"]').count();

    expect(refresh + (await page.locator('meta[http-equiv="refresh"]').count())).toBeGreaterThan(0);
  });
});

it.each(portalPages.map((page) => [page.name, page] as const))(
  'the page %s can be read',
  async (_name, portalPage) => {
    const text = await portal.lookAt(portalPage, {}, (page) => page.locator('main').innerText());

    expect(text.length).toBeGreaterThan(40);
  },
);
