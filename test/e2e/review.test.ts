import type { Page } from 'playwright-core';
import { sampleApplicationKey } from '../../src/local/sample/application/offer';
import { samplePackage } from '../../src/local/sample/application/package';
import { ownPort } from '../support/own-port';
import type { Role } from '../../src/domain/access/role';
import { openBrowser } from '../support/browser';
import { insistingCaller } from '../support/api-caller';
import { hasEnded } from '../support/course';
import { docImage } from '../support/doc-images';
import { mailAbout } from '../support/mail-about';
import { openRealSystem } from '../support/real-system';
import { mendedPackage, publishForReview } from '../support/reviewed-application';
import { everywhere, shownLabels, untilRunSays } from '../support/shown-labels';
import { inWorkshop } from '../support/workshop';

jest.setTimeout(900_000);

const offer = sampleApplicationKey;
const pages = `/publishers/${offer.publisherId}/offers/${offer.offerId}`;
const file = 'standard/mainTemplate.json';
const patience = { timeout: 120_000 };

it('a reviewer comments on lines and requests changes; the publisher answers, and the next review goes on from there', () =>
  inWorkshop(async (workshop) => {
    const publicUrl = `http://127.0.0.1:${await ownPort()}`;
    const system = await openRealSystem(workshop, { publicUrl });
    const [{ url }, , browser] = await Promise.all([system.startApi(), system.startWorker(), openBrowser()]);
    workshop.atEnd(() => browser.close());
    const send = insistingCaller(url, system.keys.apiToken);
    const signIn = async (name: string, role: Role): Promise<Page> => {
      const made = await send('POST', '/api/publishers/contoso/tokens', { name, role });
      const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
      await page.goto(`${url}/sign-in`);
      await page.getByLabel('Token').fill(String(made['token']));
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('heading', { name: 'All offers' }).waitFor();
      return page;
    };
    const publish = async (content: Buffer): Promise<string> => {
      const publicationId = await publishForReview(system, url, content);
      await system.untilLogged(publicationId, (status) =>
        status.steps.some(({ status: state }) => state === 'waitingForApproval'),
      );
      return publicationId;
    };
    /** Temporal's UI, the pages and the CLI all say the same. */
    const told = async (label: string): Promise<void> => {
      await untilRunSays(system, offer, label);
      expect(await shownLabels({ url, token: system.keys.apiToken }, offer)).toEqual(everywhere(label));
    };
    const first = await publish(samplePackage());
    await told('In review');

    // The reviewer finds it in the queue, and asks about two lines.
    const reviewer = await signIn('rita', 'Reviewer');
    await reviewer.getByRole('link', { name: 'Reviews' }).click();
    await reviewer.getByRole('link', { name: 'Contoso Web Site' }).click();
    await reviewer.getByRole('heading', { name: /Waits for a decision/ }).waitFor();
    await reviewer.getByRole('link', { name: file }).click();
    for (const [line, text] of [
      ['2', 'Say where the schema comes from'],
      ['4', 'Describe the parameters'],
    ] as const) {
      await reviewer.locator(`#L${line} a.line-number`).click();
      await reviewer.getByLabel(`Your comment on ${file}:${line}`).fill(text);
      await reviewer.getByRole('button', { name: 'Add comment' }).click();
      await reviewer.locator(`#L${line} .thread`, { hasText: text }).waitFor();
    }
    await docImage(reviewer, 'review-file');
    await reviewer.getByRole('link', { name: 'Back to the review' }).click();
    await reviewer.getByRole('link', { name: 'Request changes' }).click();
    const question = reviewer.getByRole('dialog');
    expect(await question.innerText()).toContain(`${file}:2 Say where the schema comes from`);
    await question.getByRole('button', { name: 'Request changes' }).click();
    const refused = await system.untilLogged(first, hasEnded);
    expect(refused.outcome).toBe('rejected');
    await told('Changes requested');
    const mail = await mailAbout(system, /changes/i);
    for (const said of ['Say where the schema comes from', 'Describe the parameters', file]) {
      expect(mail).toContain(said);
    }

    // The publisher reads and answers, and cannot decide or resolve.
    const publisher = await signIn('olga', 'Owner');
    await publisher.goto(`${url}${pages}/review`);
    await publisher.getByRole('heading', { name: /Changes requested by rita/ }).waitFor();
    const thread = publisher.locator('.threads .thread', { hasText: 'Describe the parameters' });
    await thread.locator('summary').click();
    await thread.getByLabel('Your answer').fill('Done in the next version');
    await thread.getByRole('button', { name: 'Send' }).click();
    await thread.getByText('Done in the next version').waitFor();
    expect(await publisher.getByRole('button', { name: 'Resolve' }).count()).toBe(0);

    // The next publication has the threads again; the reviewer resolves one and approves.
    await system.client.result(offer);
    const second = await publish(mendedPackage());
    await reviewer.goto(`${url}/reviews`);
    await reviewer.getByRole('link', { name: 'Contoso Web Site' }).click();
    const carried = reviewer.locator('.threads .thread', { hasText: 'from an earlier publication' });
    await carried.first().waitFor();
    expect(await carried.count()).toBe(2);
    await reviewer.getByText(`${file}: changed`).waitFor();
    await reviewer.getByRole('row').getByRole('link', { name: file }).click();
    const gone = reviewer.locator('del', { hasText: 'A storage account that serves' });
    await gone.evaluate((line) => line.scrollIntoView({ block: 'center' }));
    await docImage(reviewer, 'review-changes');
    await reviewer.getByRole('link', { name: 'Back to the review' }).click();
    const answered = carried.filter({ hasText: 'Done in the next version' });
    await answered.getByRole('button', { name: 'Resolve' }).click();
    await reviewer.getByText('Resolved: 1').waitFor();
    await reviewer.getByRole('link', { name: 'Approve' }).click();
    await reviewer.getByRole('dialog').getByLabel('Tips for the publisher').fill('Shorten the summary');
    await reviewer.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    const { outcome } = await system.untilLogged(second, hasEnded);
    expect(outcome).toBe('live');
    await told('Live');
    expect(await mailAbout(system, /approved it/)).toContain('Shorten the summary');
    await reviewer.goto(`${url}/reviews`);
    await reviewer.getByText('Nothing waits for a review.').waitFor(patience);
    const open = await system.catalogue.reviewThreads.listOf(offer, 'open');
    expect(open).toMatchObject([
      { publicationId: first, comments: [{ actor: 'rita@contoso' }] },
      { publicationId: second, comments: [{ actor: 'rita@contoso', text: 'Shorten the summary' }] },
    ]);
  }));
