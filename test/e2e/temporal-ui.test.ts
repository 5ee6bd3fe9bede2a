import type { Page } from 'playwright-core';
import { ownPort } from '../support/own-port';
import { atSignOff, insist } from '../support/course';
import { docImage } from '../support/doc-images';
import { ownTemporal } from '../support/own-server';
import { type PortalSystem, withPortal } from '../support/portal-system';
import type { SystemOptions } from '../support/system-parts';
import { until } from '../support/until';
import type { Workshop } from '../support/workshop';

jest.setTimeout(900_000);

const patience = { timeout: 120_000 };
/** As an operator sets them under "Configure columns". */
const columns = ['Status', 'PublisherId', 'OfferId', 'OfferType', 'PublicationStatus'];

const namespace = 'publications';
let uiUrl: string;

/** With a server of its own, because the shared one has no pages. */
async function withUi(workshop: Workshop): Promise<SystemOptions> {
  const uiPort = await ownPort();
  const { address } = await ownTemporal(workshop, { uiPort });
  uiUrl = `http://127.0.0.1:${uiPort}`;
  return { temporalAddress: address, temporalUiUrl: uiUrl, namespace };
}

const offers = {
  live: { publisherId: 'fabrikam', offerId: 'build-server' },
  canceled: { publisherId: 'fabrikam', offerId: 'test-server' },
  failed: { publisherId: 'adatum', offerId: 'file-server' },
};

const ownOffer = 'publication.contoso.linux-vm';

/** The portal's own offer, published while a region refuses: what an operator reads of the copy that waits. */
async function copyThatWaits(portal: PortalSystem, page: Page): Promise<string> {
  const { eastus } = portal.regions;
  eastus.behave('refuses');
  const publicationId = await portal.publish();
  await until('the copy to the region that refuses waits', async () =>
    (await portal.catalogue.publications.progress(publicationId)).some(({ state }) => state === 'waiting'),
  );
  await page.goto(`${uiUrl}/namespaces/${namespace}/workflows/${ownOffer}`);
  await page.getByText('Pending Activities').first().click(patience);
  await page.getByText('ServerBusy').first().waitFor(patience);
  const shown = await page.locator('main').innerText();
  eastus.behave('answers');
  return shown;
}

/** One publication of each end, and the portal's own offer at its sign-off. */
async function publishAll(portal: PortalSystem): Promise<void> {
  const { client, files, saveDraft, publish, untilLogged } = portal;
  for (const offer of [offers.live, offers.canceled]) await saveDraft(offer, files);
  // Without a draft there is nothing to publish: the run completes, and says so.
  await publish(offers.failed);
  for (const offer of [offers.live, offers.canceled]) await untilLogged(await publish(offer), atSignOff);
  await insist((requestId) => client.goLive(offers.live, { actor: 'ann@fabrikam.com', requestId }));
  await insist((requestId) => client.cancel(offers.canceled, { actor: 'ann@fabrikam.com', requestId }));
  await Promise.all(Object.values(offers).map((offer) => client.result(offer)));
  const ended = "PublicationStatus IN ('succeeded', 'canceled', 'failed')";
  await until(
    'the list knows how they ended',
    async () => (await portal.temporal.workflow.count(ended)).count >= 3,
  );
}

async function openList(page: Page): Promise<void> {
  const shown = JSON.stringify({ [namespace]: columns.map((label) => ({ label })) });
  const key = 'namespace-workflow-table-columns';
  await page.addInitScript(`localStorage.setItem('${key}', ${JSON.stringify(shown)})`);
  const query = encodeURIComponent('`WorkflowType`="publication"');
  await page.goto(`${uiUrl}/namespaces/${namespace}/workflows?query=${query}`);
}

/** What the open run says of itself under "User Metadata", once it says `awaited`; each text is a frame of its own. */
async function metadataOn(page: Page, awaited: string): Promise<string> {
  await page.getByText('User Metadata', { exact: true }).first().click();
  return until(`the run says "${awaited}"`, async () => {
    const texts = page.frames().map((frame) =>
      frame
        .locator('body')
        .innerText()
        .catch(() => ''),
    );
    const text = (await Promise.all(texts)).join('\n');
    return text.includes(awaited) && text;
  });
}

it('shows an operator every publication in the Temporal UI, and in words where each one stands', () =>
  withPortal(async (portal) => {
    const page = await portal.signIn({ viewport: { width: 1440, height: 900 } });
    const copying = await copyThatWaits(portal, page);
    await publishAll(portal);

    await page.setViewportSize({ width: 1600, height: 620 });
    await openList(page);
    const row = page.getByRole('row', { name: /linux-vm/ });
    await row.getByText('waitingForPublisherReview').waitFor(patience);
    const list = await page.getByRole('table').first().innerText();
    await docImage(page, 'temporal-list');

    await page.goto(`${portal.api.url}/publishers/contoso/offers/linux-vm/status`);
    await page.getByRole('link', { name: 'Run in the Temporal UI' }).click();
    await page.getByText('sendMail').first().waitFor(patience);
    const run = await metadataOn(page, 'Awaiting publisher sign-off');
    await page.setViewportSize({ width: 1600, height: 1080 });
    await docImage(page, 'temporal-run');
    const address = page.url();
    await page.goto(`${uiUrl}/namespaces/${namespace}/workflows/publication.adatum.file-server`);
    const failed = await metadataOn(page, 'Fix:');

    expect(address).toContain(`/workflows/${ownOffer}/`);
    for (const { publisherId, offerId } of Object.values(offers)) {
      expect(list).toContain(publisherId);
      expect(list).toContain(offerId);
    }
    for (const status of ['waitingForPublisherReview', 'succeeded', 'canceled', 'failed'])
      expect(list).toContain(status);
    for (const told of ['replicate.eastus', 'Storage account eastus refused', '"bytes"', '"total"', '"rate"'])
      expect(copying).toContain(told);
    expect(run).toContain('Publish contoso/linux-vm');
    expect(run).toContain('Waits for the publisher: signal goLive or cancel.');
    expect(failed).toContain('adatum/file-server: Publish failed');
    expect(failed).toContain('There is no offer file-server of the publisher adatum. Fix: Check both ids');
  }, withUi));
