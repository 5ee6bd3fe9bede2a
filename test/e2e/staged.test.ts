import type { Page } from 'playwright-core';
import type { OfferDocument } from '../../src/domain/offer/document';
import { stagedMachine, stagedMachineKey as offer } from '../support/staged-offers';
import { apiCaller } from '../support/api-caller';
import { approve, hasEnded } from '../support/course';
import { violations } from '../support/invariants';
import { mailAbout } from '../support/mail-about';
import { withPortal } from '../support/portal-system';

jest.setTimeout(900_000);

const path = `/api/publishers/${offer.publisherId}/offers/${offer.offerId}`;
const pages = `/publishers/${offer.publisherId}/offers/${offer.offerId}`;
const patience = { timeout: 120_000 };

const withoutTitle = (draft: OfferDocument): OfferDocument =>
  JSON.parse(
    JSON.stringify(draft).replace(/("microsoft-azure-marketplace.title":")[^"]*"/, '$1"'),
  ) as OfferDocument;

/** Where `S4_SHOTS` names a folder, what people see is kept there. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['S4_SHOTS'];
  if (folder === undefined) return;
  for (const width of [1100, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1100, height: 900 });
}

it('lists a virtual machine over walkthrough, staging, request for approval, final review and replication', () =>
  withPortal(async (system) => {
    const call = apiCaller(system.api.url, system.keys.apiToken);
    const draft = stagedMachine({ ...system.files.urls });

    // Red: the walkthrough names what is missing, nothing can be pushed, and a foreign start fails there.
    await call('PUT', path, withoutTitle(draft));
    const red = await call('GET', `${path}/walkthrough`);
    expect(red.body).toMatchObject({
      canBePushedToStaging: false,
      checks: [
        { part: 'plans', isGreen: true },
        { part: 'marketing', isGreen: false, findings: [{ message: expect.stringContaining('Title') }] },
        { part: 'pricing', isGreen: true },
        { part: 'supportAndLegal', isGreen: true },
      ],
    });
    const metadata = { 'notification-emails': 'ann@contoso.com' };
    expect((await call('POST', `${path}/publish`, { metadata })).status).toBe(422);
    const foreign = await system.publish(offer);
    const refused = await system.untilLogged(foreign, hasEnded);
    expect(refused).toMatchObject({ outcome: 'failed', status: 'failed' });
    expect(refused.steps[0]).toMatchObject({
      id: 'walkthrough',
      status: 'blocked',
      findings: [{ ruleId: 'offer.field-missing' }],
    });
    const page = await system.signIn({ viewport: { width: 1100, height: 900 } });
    await page.goto(new URL(`${pages}/walkthrough`, page.url()).href);
    expect(await page.locator('.check .badge').allInnerTexts()).toEqual([
      'Complete',
      'Incomplete: 1',
      'Complete',
      'Complete',
    ]);
    expect(await page.locator('#push').getAttribute('aria-disabled')).toBe('true');
    await shoot(page, 'walkthrough-red');

    // Nothing was ever shown: Discard draft would be possible.
    await page.getByRole('link', { name: 'History' }).click();
    await page.getByRole('link', { name: 'Discard draft' }).waitFor();

    // Green: pushed to staging from the page.
    await call('PUT', path, draft);
    await page.goto(new URL(`${pages}/walkthrough`, page.url()).href);
    await shoot(page, 'walkthrough-green');
    await page.getByLabel('Which e-mail address').fill('ann@contoso.com');
    await page.getByRole('button', { name: 'Push to staging' }).click();
    await page.waitForURL(/\/status$/);
    await page.locator('#standing-title', { hasText: 'Awaiting' }).waitFor(patience);
    await shoot(page, 'status-staged');
    expect(await page.locator('main').innerText()).not.toMatch(/go live/i);
    const staged = await mailAbout(system, /is in staging/);
    expect(staged).toContain('create a virtual machine from version 1.0.0');
    expect(staged).toContain('request approval to push to production');
    expect(staged).not.toMatch(/go live/i);

    // In staging it deploys from staging: no region is promised.
    const { body } = await call('GET', `${path}/publication`);
    const { links } = body as unknown as { links: { preview: { uri: string }[] } };
    const preview = await (await page.context().newPage()).goto(links.preview[0]!.uri);
    const previewText = (await preview?.text()) ?? '';
    expect(previewText).toContain('data-region=""');
    expect(previewText).not.toMatch(/data-region="[a-z]/);
    const disk = /<a href="([^"]+)" data-digest/.exec(previewText)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await fetch(disk, { method: 'HEAD' })).status).toBe(200);

    // Shown to somebody: it cannot be discarded any more.
    const discard = await call('DELETE', path);
    expect(discard.status).toBe(409);
    expect(JSON.stringify(discard.body)).toContain('pushed to staging or production');

    // The Publish page requests approval; a reviewer who is somebody else gives it.
    await page.goto(new URL(`${pages}/publish`, page.url()).href);
    await shoot(page, 'publish');
    await page.getByRole('link', { name: 'Request approval to push to production' }).click();
    await page.getByRole('dialog').waitFor();
    await shoot(page, 'request-approval');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Request approval to push to production' })
      .click();
    await page.locator('#standing-title', { hasText: 'In review' }).waitFor(patience);
    await shoot(page, 'status-review');
    await mailAbout(system, /final review has started/);
    await approve(system, offer);

    // Replicated and listed; the same label everywhere, and the scenarios to test.
    await page.locator('#standing-title', { hasText: 'Listed' }).waitFor(patience);
    await page.locator('#scenarios').waitFor(patience);
    await shoot(page, 'status-listed');
    const live = await mailAbout(system, /is listed/);
    expect(live).toContain('create a virtual machine from version 1.0.0');
    expect(live).not.toMatch(/go live/i);
    const { body: list } = await call('GET', '/api/offers?type=staged-offer');
    expect(list).toMatchObject({
      items: [{ offerId: offer.offerId, label: 'Listed', status: 'succeeded' }],
    });
    const product = await (
      await fetch(`${system.api.url}/marketplace/${offer.publisherId}/${offer.offerId}`)
    ).text();
    expect(product).toContain('data-region="westeurope"');
    expect(await call('GET', `${path}/live-check`)).toMatchObject({ status: 200, body: { ok: true } });
    expect(await violations(system)).toEqual([]);
  }));
