import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { workflowIdOf } from '../../src/domain/offer/ids';
import type { PublicationStatus } from '../../src/domain/publication/status';
import { samplePackage } from '../../src/local/sample/application/package';
import { apiCaller, insistingCaller } from '../support/api-caller';
import { atSignOff, hasEnded } from '../support/course';
import { everyType, type TypeRow } from '../support/every-type';
import { violations } from '../support/invariants';
import { type PortalSystem, withPortal } from '../support/portal-system';
import { leadTable } from '../support/real-system';
import { dice, isSweep } from '../support/seed';
import { until } from '../support/until';

jest.setTimeout(900_000);

const patience = { timeout: 120_000 };
const emails = ['ann@contoso.com'];

/** What people do to one offer, by whatever way. */
type Hands = {
  readonly publish: () => Promise<void>;
  readonly approve: () => Promise<void>;
  readonly signOff: () => Promise<void>;
};

type Offer = { readonly publisherId: 'contoso'; readonly offerId: string; readonly row: TypeRow };

const every: readonly Offer[] = everyType.map((row) => ({ publisherId: 'contoso', offerId: row.name, row }));
const chance = dice('types by signals and by clicks');
/** By API all of them go; by the other ways some, unless it is a sweep. */
const some = (): readonly Offer[] => (isSweep ? every : chance.sample(every, 3));
const apiOf = ({ publisherId, offerId }: Offer): string => `/api/publishers/${publisherId}/offers/${offerId}`;
const pageOf = ({ publisherId, offerId }: Offer): string => `/publishers/${publisherId}/offers/${offerId}`;

const waitsForReviewer = ({ steps }: PublicationStatus): boolean =>
  steps.some(({ status }) => status === 'waitingForApproval');

/** Every offer as a draft, and somebody who reviews. */
async function prepared(
  system: PortalSystem,
  offers: readonly Offer[],
): Promise<{ readonly reviewer: string }> {
  const call = insistingCaller(system.api.url, system.keys.apiToken);
  const stored = await call('PUT', '/api/publishers/contoso/uploads/package/web-site.zip', samplePackage());
  const parts = { ...system.files.urls, leadTable: leadTable(), packageUrl: String(stored['url']) };
  for (const offer of offers)
    await call('PUT', apiOf(offer), { ...offer.row.draft(parts), id: offer.offerId });
  const made = await call('POST', '/api/publishers/contoso/tokens', { name: 'rita', role: 'Reviewer' });
  return { reviewer: String(made['token']) };
}

/** From the draft to live: whatever the run waits for is given, in the order of its own pipeline. */
async function leadToLive(system: PortalSystem, offer: Offer, hands: Hands): Promise<void> {
  await hands.publish();
  const publicationId = await until(`${offer.offerId} is published`, async () => {
    const status = await system.client.status(offer);
    return status?.publicationId;
  });
  const asked: string[] = [];
  const people = offer.row.pipeline.steps
    .flatMap(({ stages }) => stages)
    .filter((stage) => stage === 'review' || stage === 'signOff');
  for (const stage of people) {
    const isNext = stage === 'review' ? waitsForReviewer : atSignOff;
    const status = await system.untilLogged(publicationId, (each) => isNext(each) || hasEnded(each));
    expect([offer.offerId, status.steps.flatMap(({ findings }) => findings)]).toEqual([offer.offerId, []]);
    asked.push(stage);
    await (stage === 'review' ? hands.approve() : hands.signOff());
  }
  const { outcome } = await system.untilLogged(publicationId, hasEnded);
  expect([offer.offerId, asked, outcome]).toEqual([offer.offerId, people, 'live']);
}

/** Live on every face: list, slot, product page and its bytes, mails. */
async function everythingIsLive(system: PortalSystem, offers: readonly Offer[]): Promise<void> {
  const call = apiCaller(system.api.url, system.keys.apiToken);
  for (const offer of offers) {
    expect(await call('GET', `${apiOf(offer)}/live-check`)).toMatchObject({
      status: 200,
      body: { ok: true },
    });
    expect((await call('GET', `${apiOf(offer)}/slot/Production`)).status).toBe(200);
    for (const { uri } of (await system.client.status(offer))?.liveLinks ?? []) {
      const shown = await fetch(uri);
      expect([uri, shown.status]).toEqual([uri, 200]);
      expect((await shown.text()).includes('id="deploy"')).toBe(
        offer.row.offerType !== 'consulting-services',
      );
    }
  }
  const { body } = await call('GET', '/api/offers?publisher=contoso');
  const items = body['items'] as readonly { readonly offerId: string; readonly label: string }[];
  const labels = new Map(items.map(({ offerId, label }) => [offerId, label]));
  for (const { offerId, row } of offers)
    expect([offerId, labels.get(offerId)]).toEqual([
      offerId,
      row.offerType === 'staged-offer' ? 'Listed' : 'Live',
    ]);
  await until('a mail for every offer that is live', () => {
    const subjects = system.inbox.mails.map(({ raw }) => /^Subject: (.*)$/m.exec(raw)?.[1] ?? '');
    return subjects.filter((subject) => /is (?:live|listed)$/.test(subject.trim())).length >= offers.length;
  });
}

it('every type goes its whole way by API', () =>
  withPortal(async (system) => {
    const offers = every;
    const { reviewer } = await prepared(system, offers);
    const publisher = insistingCaller(system.api.url, system.keys.apiToken);
    const asReviewer = insistingCaller(system.api.url, reviewer);
    const metadata = { 'notification-emails': emails.join(',') };

    await Promise.all(
      offers.map((offer) =>
        leadToLive(system, offer, {
          publish: async () => void (await publisher('POST', `${apiOf(offer)}/publish`, { metadata })),
          approve: async () =>
            void (await asReviewer('POST', `${apiOf(offer)}/review`, { decision: 'approve' })),
          signOff: async () => void (await publisher('POST', `${apiOf(offer)}/golive`, {})),
        }),
      ),
    );

    await everythingIsLive(system, offers);
    expect(await violations(system)).toEqual([]);
  }));

it('types go their whole way by signals', () =>
  withPortal(async (system) => {
    const offers = some();
    await prepared(system, offers);

    await Promise.all(
      offers.map((offer) => {
        const { publisherId, offerId } = offer;
        const workflowId = workflowIdOf(offer);
        /** Again while it came too early: a signal has no answer. */
        const signal = async (name: string, message: object, isAwaited: typeof atSignOff): Promise<void> => {
          await until(`${name} is taken`, async () => {
            const sent = { requestId: randomUUID(), ...message };
            await system.temporal.workflow.getHandle(workflowId).signal(name, sent);
            const status = await system.client.status(offer);
            return status !== undefined && !isAwaited(status);
          });
        };
        return leadToLive(system, offer, {
          publish: async () => {
            const input = { publisherId, offerId, notificationEmails: emails };
            await system.temporal.workflow.start('publication', {
              taskQueue: 'publication',
              workflowId,
              args: [input],
            });
          },
          approve: () => signal('reviewDecision', { actor: 'rita', decision: 'approve' }, waitsForReviewer),
          signOff: () => signal('goLive', { actor: 'ann' }, atSignOff),
        });
      }),
    );

    await everythingIsLive(system, offers);
    expect(await violations(system)).toEqual([]);
  }));

it('types go their whole way by clicks', () =>
  withPortal(async (system) => {
    const offers = some();
    const { reviewer } = await prepared(system, offers);
    const [publisherPage, reviewerPage] = [await system.signIn(), await system.signIn({}, reviewer)];

    for (const offer of offers)
      await leadToLive(system, offer, {
        publish: () => publishOn(publisherPage, offer, system.api.url),
        approve: () => approveOn(reviewerPage, offer, system.api.url),
        signOff: () => signOffOn(publisherPage, offer, system.api.url),
      });

    await everythingIsLive(system, offers);
    expect(await violations(system)).toEqual([]);
  }));

async function publishOn(page: Page, offer: Offer, url: string): Promise<void> {
  const isStaged = offer.row.offerType === 'staged-offer';
  await page.goto(`${url}${pageOf(offer)}/editor`);
  await page.getByRole('button', { name: isStaged ? 'Push to staging' : 'Publish', exact: true }).click();
  await page.getByLabel('Which e-mail address').fill(emails.join());
  await page
    .getByRole('dialog')
    .getByRole('button', { name: isStaged ? 'Push to staging' : 'Start publishing' })
    .click();
  await page.waitForURL(/\/status$/);
}

async function approveOn(page: Page, offer: Offer, url: string): Promise<void> {
  await page.goto(`${url}${pageOf(offer)}/review`);
  await page.getByRole('link', { name: 'Approve' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('heading', { name: /Approved by rita/ }).waitFor(patience);
}

async function signOffOn(page: Page, offer: Offer, url: string): Promise<void> {
  const isStaged = offer.row.offerType === 'staged-offer';
  const name = isStaged ? 'Request approval to push to production' : 'Go live';
  await page.goto(`${url}${pageOf(offer)}/${isStaged ? 'publish' : 'status'}`);
  await page.getByRole('link', { name }).click();
  await page.getByRole('dialog').getByRole('button', { name }).click();
  await page.locator('#standing-title', { hasText: /Publish in progress|In review|Live/ }).waitFor(patience);
}
