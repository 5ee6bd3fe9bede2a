import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { messageText } from '../../src/domain/text/publication/publication';
import { browserOn, openBrowser } from '../support/browser';
import { certifiedPart, notRun } from '../support/certified-part';
import { listedOffer } from '../support/listed-offer';
import { type Phase, publicationAt, publicationId } from '../support/publication-at';
import { apiToken, offerPath, pagePath, testApp, type TestApp } from '../support/test-app';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const phone = { viewport: { width: 390, height: 844 } };

/** The status page in a phase, as a signed-in person sees it. */
async function look(
  phase: Phase,
  options: BrowserContextOptions,
  work: (page: Page, test: TestApp) => Promise<void>,
): Promise<void> {
  const test = testApp();
  await test.api('PUT', offerPath, listedOffer());
  test.publish(publicationAt(phase));
  const { page, origin, close } = await browserOn(browser, test.app, options);
  try {
    await page.goto(`${origin}/sign-in?token=${apiToken}`);
    await page.goto(`${origin}${pagePath}/status`);
    await work(page, test);
  } finally {
    await close();
  }
}

it('fits a phone with the rules unfolded that were not run', async () => {
  await look('signOff', phone, async (page, { catalogue }) => {
    const part = certifiedPart({ name: 'standard/1.0.0/os', plan: 'standard', tests: notRun });
    await catalogue.certifications.addPart(publicationId, part);
    await page.reload();
    await page.getByText('Rules that were not run: 3').click();

    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );

    expect(await page.getByText('no kernel was found in /boot').isVisible()).toBe(true);
    expect(overflow).toBe(0);
  });
});

it.each<[Phase]>([['provisioning'], ['certificationFailed'], ['signOff'], ['live'], ['canceled']])(
  'fits a phone at %s: nothing has to be scrolled sideways',
  async (phase) => {
    await look(phase, phone, async (page) => {
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );

      expect(overflow).toBe(0);
      expect(await page.locator('h1').count()).toBe(1);
    });
  },
);

it('asks once and goes live by a click, also without JavaScript', async () => {
  await look('signOff', { ...phone, javaScriptEnabled: false }, async (page, { client }) => {
    await page.getByRole('link', { name: 'Go live' }).click();
    const sentBefore = client.sent.length;
    await page.getByRole('button', { name: 'Go live' }).click();
    await page.waitForURL(/\/golive$/);

    expect(sentBefore).toBe(0);
    expect(client.sent.map(({ name }) => name)).toEqual(['goLive']);
  });
});

it('shows each finding with its fix beside the step that is blocked', async () => {
  await look('certificationFailed', phone, async (page) => {
    const text = await page.locator('main').innerText();

    expect(text).toContain('Publish failed');
    expect(text).toContain('What to do: Resize the raw disk');
    expect(await page.getByRole('button', { name: 'Go live' }).count()).toBe(0);
  });
});

it('keeps up by itself: somebody else’s go-live turns the button that has the focus into its reason', async () => {
  await look('signOff', {}, async (page, { publish }) => {
    await page.locator('#go-live').focus();

    publish(publicationAt('signOff', [{ kind: 'goLiveApproved' }]));
    await page.locator('button#go-live').waitFor();

    expect(await page.locator('#why-not-go-live').innerText()).toContain('The go-live is decided');
    expect(await page.evaluate('document.activeElement.id')).toBe('go-live');
  });
});

it('leaves what somebody is typing alone while the page changes around it', async () => {
  await look('awaitingAddress', {}, async (page, { publish }) => {
    await page.getByLabel('Notification addresses').fill('ann@');

    publish(publicationAt('signOff'));
    await page.locator('#step-publisher-signoff.wait').waitFor();

    expect(await page.getByLabel('Notification addresses').inputValue()).toBe('ann@');
  });
});

it('leaves a form in place, its button under the pointer, while nothing that anybody sees changes', async () => {
  await look('scheduled', {}, async (page, { publish }) => {
    await page.evaluate("document.querySelector('#withdraw').wasHere = true");

    // Another part changes, so that the page has certainly looked again.
    const message = { code: 'preview.open', params: {} };
    const told = { kind: 'messageAdded', step: 'publisher-signoff', level: 'information', message } as const;
    publish(publicationAt('scheduled', [told]));
    await page.locator('#chart', { hasText: messageText(message, 'en') }).waitFor();

    expect(await page.evaluate("document.querySelector('#withdraw').wasHere")).toBe(true);
  });
});
