import type { Page } from 'playwright-core';
import { docImage } from '../support/doc-images';
import { mailAbout } from '../support/mail-about';
import { withPortal } from '../support/portal-system';
import { until } from '../support/until';

jest.setTimeout(900_000);

const label = (page: Page, name: string) => page.locator('#standing-title', { hasText: name });
const patience = { timeout: 120_000 };

/** From All offers: the draft is published with a notification address; ends on the status page. */
async function publish(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Contoso Linux Web Server' }).click();
  await startPublishing(page);
}

/** Opens what the Editor has folded. */
const toPlans = (page: Page): Promise<void> =>
  page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Plans' }).click();

/** In the Editor, with the notification address; ends on the status page. */
async function startPublishing(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByLabel('Which e-mail address').fill('ann@contoso.com');
  await page.getByRole('button', { name: 'Start publishing' }).click();
  await page.waitForURL(/\/status$/);
}

it('publishes an offer by clicks alone, from the sign-in to the product page', () =>
  withPortal(async ({ signIn, inbox }) => {
    const page = await signIn({ viewport: { width: 1280, height: 900 } });

    // P4: what is missing is named beside the field and on top, and nothing starts.
    await page.getByRole('link', { name: 'Contoso Linux Web Server' }).click();
    const title = page.locator('[name$="microsoft-azure-marketplace.title"]');
    const wasTitle = await title.inputValue();
    await page
      .getByRole('navigation', { name: 'Sections' })
      .getByRole('link', { name: 'Marketplace' })
      .click();
    await title.fill('');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.locator('.problem-summary a').first().click();
    await docImage(page, 'editor');
    expect(await title.getAttribute('aria-invalid')).toBe('true');
    await title.fill(wasTitle);

    // P1, P5: publish, and the address that gets all notices.
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByLabel('Which e-mail address').fill('ann@contoso.com');
    await page.getByRole('button', { name: 'Start publishing' }).click();

    // P2, P8, P9: the chart moves by itself until somebody has to decide.
    await label(page, 'Publish in progress').or(label(page, 'Awaiting')).waitFor(patience);
    await label(page, 'Awaiting publisher sign-off').waitFor(patience);
    expect(await page.locator('.step.good h3').allInnerTexts()).toContain('Offer available in preview');
    await docImage(page, 'status-page', { fullPage: true });
    const previewLink = page.locator('#step-preview a').first();
    const preview = await page.context().newPage();
    await preview.goto((await previewLink.getAttribute('href')) ?? '');
    expect(await preview.locator('.preview-bar').innerText()).toContain('only allow-listed subscriptions');
    await docImage(preview, 'preview');
    await preview.close();

    // It asks once; keeping it changes nothing.
    await page.getByRole('link', { name: 'Go live' }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Change nothing' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Go live' }).click();
    await page.getByRole('dialog').waitFor();
    await docImage(page, 'go-live');
    await page.getByRole('dialog').getByRole('button', { name: 'Go live' }).click();
    await label(page, 'Live').waitFor(patience);

    // P10: customers see it.
    const product = await page.locator('#step-live a').first().getAttribute('href');
    await page.goto(product ?? '');
    expect(await page.locator('h1').innerText()).toBe('Contoso Linux Web Server');
    await docImage(page, 'product-page');

    // P3 and the log: the same label in the list, every event in the history.
    await page.goto(new URL('/', page.url()).href);
    expect(await page.locator('td.right').innerText()).toBe('Live');
    await docImage(page, 'all-offers');
    await page.getByRole('link', { name: 'Contoso Linux Web Server' }).click();
    await page.getByRole('link', { name: 'History' }).click();
    const told = await page.locator('table').first().innerText();
    await docImage(page, 'history');
    for (const event of ['Go live was clicked', 'The operator']) expect(told).toContain(event);
    const mails = await until('the mail about Live', () => {
      const subjects = inbox.mails.map(({ raw }) => /^Subject: (.*)$/m.exec(raw)?.[1] ?? '');
      return subjects.some((subject) => subject.includes('is live')) && inbox.mails;
    });
    expect(mails.flatMap(({ to }) => to)).toEqual(expect.arrayContaining(['ann@contoso.com']));
  }));

it('mends by clicks what certification refused, cancels at sign-off, and publishes to live after all', () =>
  withPortal(async ({ signIn, files, inbox }) => {
    const page = await signIn();
    const disk = page.locator('[name$="/osVhdUrl"]:not([type=file])').first();
    const file = page.locator('input[type=file][data-upload=disk]').first();

    // A file that is no disk: the editor uploads it, certification refuses it.
    await page.getByRole('link', { name: 'Contoso Linux Web Server' }).click();
    await toPlans(page);
    const buffer = Buffer.alloc(1024 * 1024, 'no disk');
    await file.setInputFiles({ name: 'broken.vhd', mimeType: 'application/octet-stream', buffer });
    await until('the address of the upload', async () => (await disk.inputValue()).includes('/broken-'));
    await startPublishing(page);
    await label(page, 'Publish failed').waitFor(patience);
    // Until its last mail is sent, the next publication has to wait, on a busy machine longer than a page does.
    await mailAbout({ inbox }, /certification found problems/);

    // Mended where the status page leads to.
    await page.locator('#open-editor').click();
    await toPlans(page);
    await disk.fill(files.urls.osVhdUrl);
    await startPublishing(page);
    await label(page, 'Awaiting publisher sign-off').waitFor(patience);

    await page.getByRole('link', { name: 'Cancel' }).click();
    await page.getByLabel('Reason').fill('a typo');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel publishing' }).click();
    await label(page, 'Publish canceled').waitFor(patience);
    await mailAbout({ inbox }, /publishing was canceled/);

    await page.locator('#open-editor').click();
    await startPublishing(page);
    await label(page, 'Awaiting publisher sign-off').waitFor(patience);
    await page.getByRole('link', { name: 'Go live' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Go live' }).click();
    await label(page, 'Live').waitFor(patience);
    await page.getByRole('link', { name: 'History' }).click();
    const told = await page.locator('table').first().innerText();
    for (const event of ['a typo', 'Go live was clicked']) expect(told).toContain(event);
  }));

it('lets one of two people go live, and tells the other why the button is gone', () =>
  withPortal(async ({ signIn }) => {
    const [ann, bob] = await Promise.all([signIn(), signIn()]);
    await publish(ann);
    await label(ann, 'Awaiting publisher sign-off').waitFor(patience);
    await bob.goto(ann.url());
    await bob.getByRole('link', { name: 'Go live' }).click();
    const bobsQuestion = bob.getByRole('dialog');
    await bobsQuestion.waitFor();

    await ann.getByRole('link', { name: 'Go live' }).click();
    await ann.getByRole('dialog').getByRole('button', { name: 'Go live' }).click();
    await label(ann, 'Live').or(ann.locator('.notice.accepted')).first().waitFor(patience);
    await bobsQuestion.getByRole('button', { name: 'Go live' }).click();

    // A run that is busy may answer later than a page waits; then its answer stands among its messages.
    await bob.locator('.notice.refused, .notice.pending').waitFor(patience);
    await bob
      .getByText('"Go live" is not possible now')
      .first()
      .waitFor({ state: 'attached', ...patience });
    await label(bob, 'Live').waitFor(patience);
    expect(await bob.getByRole('link', { name: 'Go live' }).count()).toBe(0);
    expect(await bob.getByRole('button', { name: 'Go live' }).count()).toBe(0);
  }));

it('goes on watching after the API was killed in between, and says meanwhile that it may be out of date', () =>
  withPortal(async ({ api, signIn }) => {
    const page = await signIn();
    await publish(page);
    await label(page, 'Publish in progress').or(label(page, 'Awaiting')).first().waitFor(patience);

    await api.send('SIGKILL');
    await page.locator('#stale').waitFor(patience);
    await api.start();

    await page.locator('#stale').waitFor({ state: 'hidden', ...patience });
    await label(page, 'Awaiting publisher sign-off').waitFor(patience);

    expect(await page.getByRole('link', { name: 'Go live' }).count()).toBe(1);
    expect(await page.locator('.step.good h3').allInnerTexts()).toContain('Offer available in preview');
  }));

it('keeps a request for support while the mail server is away, and mails it with its case number afterwards', () => {
  let isAway = true;
  const refuseSender = () => (isAway ? { code: 451, text: 'try again later' } : undefined);
  return withPortal(
    async ({ signIn, inbox }) => {
      const page = await signIn();
      await publish(page);
      await label(page, 'Awaiting publisher sign-off').waitFor(patience);
      await page.locator('#step-publisher-signoff').getByRole('link', { name: 'Get support' }).click();
      await page.getByLabel('What can we help with?').fill('The preview lacks a picture.');
      await page.getByRole('button', { name: 'Send' }).click();
      const heading = await page.locator('h2', { hasText: 'CASE-' }).innerText();
      const caseNumber = /CASE-\d+/.exec(heading)?.[0] ?? 'none';
      const sentBefore = inbox.mails.length;

      isAway = false;
      const mails = await until('both mails about the case', () => {
        const about = inbox.mails.filter(({ raw }) => raw.includes(caseNumber));
        return about.length >= 2 && about;
      });

      expect(sentBefore).toBe(0);
      expect(mails.flatMap(({ to }) => to)).toEqual(
        expect.arrayContaining(['ann@contoso.com', 'support@localhost.localdomain']),
      );
    },
    async () => ({ mail: { refuseSender } }),
  );
});
