import type { Page } from 'playwright-core';
import { freePort } from '../../src/local/process/ports';
import { atSignOff } from '../support/course';
import { docImage } from '../support/doc-images';
import { ownTemporal } from '../support/own-server';
import { type PortalSystem, withPortal } from '../support/portal-system';
import type { SystemOptions } from '../support/system-parts';
import { until } from '../support/until';
import type { Workshop } from '../support/workshop';

jest.setTimeout(300_000);

const patience = { timeout: 120_000 };
/** As an operator sets them under "Configure columns". */
const columns = ['Status', 'PublisherId', 'OfferId', 'OfferType', 'PublicationStatus'];

const namespace = 'publications';
let uiUrl: string;

/** With a server of its own, because the shared one has no pages. */
async function withUi(workshop: Workshop): Promise<SystemOptions> {
  const uiPort = await freePort();
  const { address } = await ownTemporal(workshop, { uiPort });
  uiUrl = `http://127.0.0.1:${uiPort}`;
  return { temporalAddress: address, temporalUiUrl: uiUrl, namespace };
}

const offers = {
  live: { publisherId: 'fabrikam', offerId: 'build-server' },
  canceled: { publisherId: 'fabrikam', offerId: 'test-server' },
  failed: { publisherId: 'adatum', offerId: 'file-server' },
};

/** One publication of each end, and the portal's own offer at its sign-off. */
async function publishAll(portal: PortalSystem): Promise<void> {
  const { client, files, saveDraft, publish, untilLogged } = portal;
  for (const offer of [offers.live, offers.canceled]) await saveDraft(offer, files);
  // Without a draft there is nothing to publish: the run completes, and says so.
  await publish(offers.failed);
  for (const offer of [offers.live, offers.canceled]) await untilLogged(await publish(offer), atSignOff);
  await client.goLive(offers.live, { actor: 'ann@fabrikam.com' });
  await client.cancel(offers.canceled, { actor: 'ann@fabrikam.com' });
  await untilLogged(await publish(), atSignOff);
  await Promise.all(Object.values(offers).map((offer) => client.result(offer)));
}

async function openList(page: Page): Promise<void> {
  const shown = JSON.stringify({ [namespace]: columns.map((label) => ({ label })) });
  const key = 'namespace-workflow-table-columns';
  await page.addInitScript(`localStorage.setItem('${key}', ${JSON.stringify(shown)})`);
  const query = encodeURIComponent('`WorkflowType`="publication"');
  await page.goto(`${uiUrl}/namespaces/${namespace}/workflows?query=${query}`);
}

/** The UI shows each text in a frame of its own. */
async function metadataOn(page: Page): Promise<string> {
  const texts = page.frames().map((frame) =>
    frame
      .locator('body')
      .innerText()
      .catch(() => ''),
  );
  return (await Promise.all(texts)).join('\n');
}

it('shows an operator every publication in the Temporal UI, and in words where each one stands', () =>
  withPortal(async (portal) => {
    await publishAll(portal);
    const page = await portal.signIn({ viewport: { width: 1440, height: 900 } });

    await page.setViewportSize({ width: 1600, height: 620 });
    await openList(page);
    const row = page.getByRole('row', { name: /linux-vm/ });
    await row.getByText('waitingForPublisherReview').waitFor(patience);
    const list = await page.getByRole('table').first().innerText();
    await docImage(page, 'temporal-list');

    await page.goto(`${portal.api.url}/publishers/contoso/offers/linux-vm/status`);
    await page.getByRole('link', { name: 'Run in the Temporal UI' }).click();
    await page.getByText('sendMail').first().waitFor(patience);
    await page.getByText('User Metadata', { exact: true }).first().click();
    const run = await until('the run says where it stands', async () => {
      const text = await metadataOn(page);
      return text.includes('Awaiting publisher sign-off') && text;
    });
    await page.setViewportSize({ width: 1600, height: 1080 });
    await docImage(page, 'temporal-run');

    expect(page.url()).toContain('/workflows/publication.contoso.linux-vm/');
    for (const { publisherId, offerId } of Object.values(offers)) {
      expect(list).toContain(publisherId);
      expect(list).toContain(offerId);
    }
    for (const status of ['waitingForPublisherReview', 'succeeded', 'canceled', 'failed'])
      expect(list).toContain(status);
    expect(run).toContain('Publish contoso/linux-vm');
    expect(run).toContain('Waits for the publisher: signal goLive or cancel.');
  }, withUi));
