import type { Browser } from 'playwright-core';
import { browserOn, openBrowser } from '../../support/browser';
import { listedOffer } from '../../support/listed-offer';
import { startLocalServer } from '../../support/local-server';
import { offerPath, pagePath, testApp } from '../../support/test-app';
import { tokenFor } from '../../support/test-token';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('signs in, shows who it is, and signs out, without JavaScript on a phone', async () => {
  const test = testApp();
  const { secret } = await tokenFor(test, 'Owner', { name: 'ann' });
  const options = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };
  const { page, origin, close } = await browserOn(browser, test.app, options);
  const who = page.locator('.who');
  try {
    await page.goto(`${origin}/sign-in`);
    await page.getByLabel('Token').fill('offer_wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const fault = await page.getByRole('alert').innerText();
    await page.getByLabel('Token').fill(secret);
    await page.getByRole('button', { name: 'Sign in' }).click();
    const actor = await who.innerText();
    await who.click();
    await page.getByRole('button', { name: 'Sign out' }).click();

    expect(fault).toContain('This token is not one of ours');
    expect(actor).toBe('ann@contoso');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    expect(await who.innerText()).not.toContain('ann');
    expect(await page.context().cookies()).not.toContainEqual(
      expect.objectContaining({ name: 'offer_session' }),
    );
  } finally {
    await close();
  }
});

it('opens a link from elsewhere with one click more, for the strict cookie stays behind at first', async () => {
  const test = testApp();
  await test.api('PUT', offerPath, listedOffer());
  const { secret } = await tokenFor(test, 'Owner');
  const { page, origin, close } = await browserOn(browser, test.app, {});
  const target = `${origin}${pagePath}/status`;
  const elsewhere = await startLocalServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end(`<a href="${target}">Your offer</a>`);
  });
  try {
    await page.goto(`${origin}/sign-in?token=${secret}`);
    await page.goto(elsewhere.origin.replace('127.0.0.1', 'localhost'));
    await page.getByRole('link', { name: 'Your offer' }).click();
    const first = await page.locator('h1').innerText();
    await page.locator('main').getByRole('link', { name: 'Sign in' }).click();

    expect(first).toBe('Please sign in');
    expect(page.url()).toBe(target);
    expect(await page.locator('.who').innerText()).toBe('owner@contoso');
  } finally {
    await elsewhere.close();
    await close();
  }
});

it('is not signed in as a stranger by the stranger’s link', async () => {
  const test = testApp();
  const { secret } = await tokenFor(test, 'Owner', { name: 'eve' });
  const { page, origin, close } = await browserOn(browser, test.app, {});
  const elsewhere = await startLocalServer((_request, response) => {
    response
      .setHeader('content-type', 'text/html')
      .end(`<a href="${origin}/sign-in?token=${secret}">A gift for you</a>`);
  });
  try {
    await page.goto(elsewhere.origin.replace('127.0.0.1', 'localhost'));
    await page.getByRole('link', { name: 'A gift for you' }).click();

    expect(await page.locator('h1').innerText()).toBe('Sign in');
    expect(await page.context().cookies()).toEqual([]);
  } finally {
    await elsewhere.close();
    await close();
  }
});
