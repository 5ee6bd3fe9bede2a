import { portalBrowser, type PortalBrowser } from '../../support/portal-browser';
import { pagePath } from '../../support/test-app';

let portal: PortalBrowser;
beforeAll(async () => {
  portal = await portalBrowser({ javaScriptEnabled: false });
});
afterAll(() => portal.close());

it('a reviewer comments on a line, answers and requests changes without JavaScript', async () => {
  const page = { name: 'reviews', path: '/reviews', phase: 'inReview' } as const;
  const phone = { viewport: { width: 360, height: 780 } };

  await portal.lookAt(page, phone, async (tab, { client, catalogue }) => {
    await tab.getByRole('link', { name: 'Contoso Web Shop' }).click();
    await tab.getByRole('link', { name: 'basic/mainTemplate.json', exact: true }).click();
    await tab.locator('#L2 a.line-number').click();
    await tab.getByLabel('Your comment on basic/mainTemplate.json:2').fill('Nothing is deployed');
    await tab.getByRole('button', { name: 'Add comment' }).click();
    await tab.locator('#L2 .thread summary').click();
    await tab.locator('#L2').getByLabel('Your answer').fill('Empty, I mean');
    await tab.locator('#L2').getByRole('button', { name: 'Send' }).click();
    await tab.getByRole('link', { name: 'Request changes' }).click();
    const asked = await tab.locator('#question').innerText();
    await tab.getByRole('button', { name: 'Request changes' }).click();

    expect(new URL(tab.url()).pathname).toBe(`${pagePath}/review/decision`);
    expect(asked).toContain('basic/mainTemplate.json:2 Nothing is deployed');
    expect(await tab.locator('.notice.accepted').innerText()).toContain('Done');
    expect(catalogue.reviewThreads.threads.at(-1)?.comments).toHaveLength(2);
    expect(client.sent).toMatchObject([{ name: 'reviewDecision', input: { decision: 'requestChanges' } }]);
  });
});
