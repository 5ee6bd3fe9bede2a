import type { PublicationFact } from '../../src/domain/publication/events';
import type { ItemProgress } from '../../src/services/ports';
import { accessibilityFaults } from '../support/html';
import { listedOffer } from '../support/listed-offer';
import { type Phase, publicationAt, publicationId } from '../support/publication-at';
import { slotOf } from '../support/shown-package';
import { offerPath, pagePath, testApp } from '../support/test-app';
import { publishedAt } from '../support/published-at';

const status = `${pagePath}/status`;
const allowed = '11111111-2222-3333-4444-555555555555';

const copying = (region: string, change: Partial<ItemProgress> = {}): ItemProgress => ({
  item: `replicate.${region}`,
  doneBytes: 512 * 1024 ** 2,
  totalBytes: 1024 ** 3,
  bytesPerSecond: 64 * 1024 ** 2,
  state: 'running',
  updatedAt: '2026-11-20T11:59:59.000Z',
  ...change,
});

it.each([
  [pagePath, status],
  [pagePath.replace(/\/[^/]*$/, ''), '/?publisher=contoso'],
])('leads on from an address whose end was cut off: %s', async (cut, whole) => {
  const { browse } = await publishedAt('certification');

  const answer = await browse(cut);

  expect([answer.status, answer.headers.get('location')]).toEqual([303, whole]);
});

it('says of an address that was never one that there is nothing', async () => {
  const { browse } = await publishedAt('certification');

  expect((await browse('/publishers/contoso/offers/no-such-offer')).status).toBe(404);
});

describe('the status page', () => {
  it('shows every step with its state, and how long it has taken', async () => {
    const { browse } = await publishedAt('certification');

    const page = await (await browse(status)).text();

    for (const text of [
      'Publish in progress',
      'Validate prerequisites',
      'Certification',
      'Provisioning',
      'Packaging and lead generation registration',
      'Offer available in preview',
      'Publisher sign-off',
      'In progress',
      'estimate &lt; 5 days',
      'href="/docs/rules"',
      'href="/docs/leads"',
    ]) {
      expect(page).toContain(text);
    }
  });

  it('shows bytes, rate and time left of each region, and why one waits', async () => {
    const { browse, catalogue } = await publishedAt('provisioning');
    catalogue.items = [
      copying('westeurope'),
      copying('eastus', {
        state: 'waiting',
        message: {
          code: 'failure.dependency',
          params: { activity: 'replicate', reason: 'refused', attempts: 3 },
        },
      }),
    ];

    const page = await (await browse(status)).text();

    expect(page).toContain('westeurope');
    expect(page).toContain('512 MiB of 1 GiB');
    expect(page).toContain('64 MiB/s');
    expect(page).toContain('8 sec left');
    expect(page).toMatch(/eastus.*refused/s);
  });

  it('offers Go live and Cancel at sign-off, and links for each allow-listed subscription', async () => {
    const { browse, app } = await publishedAt('signOff');

    const page = await (await browse(status)).text();

    expect(page).toContain('Awaiting publisher sign-off');
    expect(page).toContain(`href="${pagePath}/golive/confirm"`);
    expect(page).toContain(`href="${pagePath}/cancel/confirm"`);
    expect(page).toContain('Waits for');
    const link = /href="http:\/\/offers\.example(\/preview\/[^"]+)"/.exec(page)?.[1] ?? '';
    expect(page).toContain(`for subscription ${allowed}`);
    expect((await app.request(link)).status).toBe(404); // nothing in the slot, but the token is good: not 403
  });

  it.each(['validation', 'certification', 'provisioning'] as const)(
    'offers neither in phase %s, and says from when on',
    async (phase) => {
      const { browse } = await publishedAt(phase);

      const page = await (await browse(status)).text();

      expect(page).not.toMatch(/\/(golive|cancel)\/confirm/);
      expect(page.match(/aria-disabled="true"/g)).toHaveLength(2);
      expect(page).toContain('Go live becomes possible at Publisher sign-off.');
      expect(page).toContain('Publishing can be canceled once the offer waits for your sign-off');
    },
  );

  it.each<[string, Phase, PublicationFact, string]>([
    ['go-live is decided', 'signOff', { kind: 'goLiveApproved' }, 'The go-live is decided'],
    ['it is being canceled', 'signOff', { kind: 'cancelRequested', actor: 'ann' }, 'is being canceled.'],
  ])('offers neither once %s, and says so', async (_, phase, fact, reason) => {
    const { browse } = await publishedAt(phase, [fact]);

    const page = await (await browse(status)).text();

    expect(page).not.toMatch(/\/(golive|cancel)\/confirm/);
    expect(page).toContain(reason);
  });

  it.each<[Phase, string]>([
    ['live', 'This publication went live.'],
    ['canceled', 'Publish again to start over.'],
    ['certificationFailed', 'Correct what was found below'],
    ['changesRequested', 'The reviewers request changes.'],
  ])('shows no buttons after the end in phase %s, but what comes next', async (phase, next) => {
    const { browse } = await publishedAt(phase);

    const page = await (await browse(status)).text();

    expect(page).not.toMatch(/\/(golive|cancel)\/confirm/);
    expect(page).not.toContain('aria-disabled');
    expect(page).toContain(next);
  });

  it('asks for an address when the publication waits for one', async () => {
    const { browse } = await publishedAt('awaitingAddress');

    const page = await (await browse(status)).text();

    expect(page).toContain(`action="${pagePath}/notification-emails"`);
    expect(page).toContain('a notification address from the publisher');
    // In a row of its own, before the buttons of which none can be used yet.
    expect(page).toMatch(/<form class="needed".*<\/form><div class="choices">/s);
  });

  it('offers to withdraw a go-live that waits for its date', async () => {
    const { browse } = await publishedAt('scheduled');

    const page = await (await browse(status)).text();

    expect(page).toContain('Go live scheduled');
    expect(page).toContain('The go-live is scheduled for Dec 24, 2026');
    expect(page).toContain(`action="${pagePath}/withdraw-golive"`);
  });

  it('shows each finding with its fix and its rule', async () => {
    const { browse } = await publishedAt('certificationFailed');

    const page = await (await browse(status)).text();

    expect(page).toContain('The virtual size of 1073742336 bytes is not a multiple of 1 MiB.');
    expect(page).toContain('What to do: Resize the raw disk to 1074790400 bytes');
    expect(page).toContain('href="/docs/rules#vm.vhd.size-alignment"');
    expect(page).toContain('/definition/plans/0');
    expect(page).toContain('Publish failed');
  });

  it('shows the findings that did not travel, too', async () => {
    const { api, browse, catalogue } = await publishedAt('certificationFailed');
    const [shown] = publicationAt('certificationFailed').steps.flatMap(({ findings }) => findings);
    const more = { ...shown!, ruleId: 'vm.partition.table', params: {}, target: {} };
    catalogue.reportRows = [
      {
        reportId: 'report-1',
        subject: 'digest',
        ruleSetVersion: '1',
        verdict: 'failed',
        findings: [shown!, more],
        createdAt: '2026-11-20T10:00:00.000Z',
        validUntil: '2026-12-20T10:00:00.000Z',
      },
    ];

    const page = await (await browse(status)).text();
    const answer = await (await api('GET', `${offerPath}/publication`)).text();

    expect(page).toContain('The OS disk has no partition table.');
    expect(answer).toContain('vm.partition.table');
  });

  it('leads to the product page while something is live, also after a later attempt failed', async () => {
    const { browse, catalogue } = await publishedAt('certificationFailed');
    catalogue.slotRows = [slotOf('Production')];

    const page = await (await browse(status)).text();

    expect(page).toContain('href="http://offers.example/marketplace/contoso/linux-vm"');
    expect(page).toContain('href="http://offers.example/portal-gallery/contoso/linux-vm"');
  });

  it('keeps a canceled attempt in the list of publications', async () => {
    const { browse } = await publishedAt('canceled');

    const page = await (await browse(status)).text();

    expect(page).toContain('Publish canceled');
    expect(page).toContain('?publication=');
  });

  it('shows a canceled publication at the start again, and leads to what happened before', async () => {
    const { browse } = await publishedAt('canceled');

    const page = await (await browse(status)).text();

    expect(page).toContain('Not started');
    expect(page).not.toMatch(/took|When the preview is right/);
    const link =
      new RegExp(`href="(${pagePath}/history\\?publication=${publicationId})"`).exec(page)?.[1] ?? '';
    expect((await browse(link)).status).toBe(200);
  });

  it('says so when the offer has never been published', async () => {
    const { api, browse } = testApp();
    await api('PUT', offerPath, listedOffer());

    const answer = await browse(status);

    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('This offer has never been published.');
  });

  it.each([
    'validation',
    'awaitingAddress',
    'provisioning',
    'signOff',
    'scheduled',
    'certificationFailed',
    'live',
  ] as const)('can be used by everybody in phase %s, in every language', async (phase) => {
    const { browse, catalogue } = await publishedAt(phase);
    catalogue.items = [copying('westeurope')];

    for (const language of ['en', 'es', 'ru', 'zh']) {
      const page = await (await browse(`${status}?lang=${language}`)).text();
      expect(accessibilityFaults(page)).toEqual([]);
      expect(page).toContain(`<html lang="${language}">`);
      expect(page).not.toMatch(/\{\w+\}/);
    }
  });

  it('updates itself while the publication is open, without a script too, and only listens afterwards', async () => {
    const open = await (await (await publishedAt('certification')).browse(status)).text();
    const ended = await (await (await publishedAt('live')).browse(status)).text();

    expect(open).toContain('data-polls="true"');
    expect(open).toContain('<meta http-equiv="refresh"');
    expect(ended).toContain('data-polls="false"');
    expect(ended).not.toContain('http-equiv="refresh"');
  });

  it('says that a publication starts until the log knows of it, and follows it by itself', async () => {
    const { api, browse, catalogue, publish } = testApp();
    await api('PUT', offerPath, listedOffer());
    const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
    const operation = { operationId: publicationId, kind: 'publish', publicationId, actor: 'ann' } as const;
    await catalogue.operations.create({ ...offer, ...operation });

    const before = await (await browse(status)).text();
    publish(publicationAt('validation'));
    const after = await (await browse(status)).text();

    expect(before).toContain('The publication is accepted and starts in a moment.');
    expect(before).toContain('data-polls="true"');
    expect(before).not.toContain('never been published');
    expect(after).not.toContain('starts in a moment');
  });
});

describe('all offers', () => {
  it('has the newest status in the last column, as a link to the publication', async () => {
    const { browse } = await publishedAt('signOff');

    const page = await (await browse('/')).text();

    expect(page).toMatch(
      new RegExp(`<a class="badge[^"]*" href="${status}">.*?<span>[^<]+</span></a></td></tr>`),
    );
    expect(accessibilityFaults(page)).toEqual([]);
  });
});
