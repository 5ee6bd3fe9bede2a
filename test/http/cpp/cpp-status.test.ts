import type { PublicationFact } from '../../../src/domain/publication/events';
import type { AppDeps } from '../../../src/http/deps';
import type { PublicationAnswer } from '../../../src/http/publication/publication-answer';
import { frozenVersion, listedOffer } from '../../support/listed-offer';
import { type Phase, publicationAt, publicationId } from '../../support/publication-at';
import { publishedAt } from '../../support/published-at';
import { slotOf } from '../../support/shown-package';
import { offerPath, pagePath, testApp, type TestApp, testSettings } from '../../support/test-app';

async function at(phase: Phase, change: Partial<AppDeps> = {}): Promise<TestApp> {
  const test = testApp(change);
  await test.api('PUT', offerPath, listedOffer());
  test.catalogue.versions.push(frozenVersion());
  test.publish(publicationAt(phase));
  return test;
}

describe('the status over the API', () => {
  it('is CPP’s document, with the measured percentage', async () => {
    const { api, catalogue } = await at('provisioning');
    const half = { doneBytes: 50, totalBytes: 100, bytesPerSecond: 1, state: 'running' as const };
    catalogue.items = [
      { item: 'replicate.westeurope', ...half, updatedAt: '2026-11-20T11:00:00.000Z' },
      { item: 'replicate.eastus', ...half, doneBytes: 0, updatedAt: '2026-11-20T11:00:00.000Z' },
    ];

    const answer = await api('GET', `${offerPath}/status?api-version=2017-10-31`);

    const document = (await answer.json()) as { steps: readonly Record<string, unknown>[] };
    expect(document).toMatchObject({
      status: 'running',
      cancellationRequestState: 'cannotCancel',
      notificationEmails: 'ann@contoso.com',
    });
    expect(
      document.steps.map(({ id, status, progressPercentage }) => [id, status, progressPercentage]),
    ).toEqual([
      ['displaydummycertify', 'complete', 100],
      ['displaycertify', 'complete', 100],
      ['displayprovision', 'inProgress', 25],
      ['displaypackage', 'notStarted', 0],
      ['publisher-signoff', 'notStarted', 0],
      ['live', 'notStarted', 0],
    ]);
  });

  it.each<[Phase, readonly PublicationFact[], string]>([
    ['certification', [], 'cannotCancel'],
    ['signOff', [], 'canCancel'],
    ['scheduled', [], 'canCancel'],
    ['signOff', [{ kind: 'cancelRequested', actor: 'portal' }], 'cancelRequested'],
    ['canceled', [], 'canceled'],
    ['live', [], 'cannotCancel'],
    ['certificationFailed', [], 'cannotCancel'],
    ['changesRequested', [], 'cannotCancel'],
  ])('says at %s (%j) whether it can be canceled: %s', async (phase, more, state) => {
    const { api } = await publishedAt(phase, more);

    const answer = await api('GET', `${offerPath}/status`);

    expect(await answer.json()).toMatchObject({ cancellationRequestState: state });
  });

  it.each([
    ['status', 'en', 'Resize the raw disk to 1074790400 bytes'],
    ['status', 'ru', 'Увеличьте образ raw до 1074790400 байт'],
    [`operations/${publicationId}`, 'en', 'Resize the raw disk to 1074790400 bytes'],
  ])(
    'tells in %s why a step failed and what to do, in the language asked for: %s',
    async (part, language, fix) => {
      const { api, catalogue } = await at('certificationFailed');
      const common = { publisherId: 'contoso', offerId: 'linux-vm', publicationId, actor: 'api' };
      await catalogue.operations.create({ ...common, operationId: publicationId, kind: 'publish' });

      const answer = await api('GET', `${offerPath}/${part}`, undefined, { 'Accept-Language': language });

      const { steps } = (await answer.json()) as { steps: readonly Record<string, unknown>[] };
      expect(steps.find(({ id }) => id === 'displaycertify')).toMatchObject({
        status: 'blocked',
        messages: [{ messageHtml: expect.stringContaining(fix), level: 'error' }],
      });
    },
  );

  it('escapes what a finding quotes from the offer', async () => {
    const test = await at('certificationFailed');
    const failed = publicationAt('certificationFailed');
    const finding = { ruleId: '<script>', severity: 'error' as const, params: {}, target: {} };
    test.publish({ ...failed, steps: failed.steps.map((step) => ({ ...step, findings: [finding] })) });

    const text = await (await test.api('GET', `${offerPath}/status`)).text();

    expect(text).toContain('"messageHtml":"&#60;script&#62;"');
    expect(text).not.toContain('<script>');
  });

  it('of an offer that was never published says so', async () => {
    const { api } = testApp();
    await api('PUT', offerPath, listedOffer());

    const status = await api('GET', `${offerPath}/status`);
    const publication = await api('GET', `${offerPath}/publication`);

    expect(await status.json()).toMatchObject({ status: 'neverPublished', steps: [] });
    expect(publication.status).toBe(404);
    expect(await publication.json()).toMatchObject({ error: { code: 'NeverPublished' } });
  });

  it('at sign-off links to the preview for every subscription that may see it', async () => {
    const { api } = await at('signOff');

    const answer = await api('GET', `${offerPath}/status`);

    const { previewLinks } = (await answer.json()) as {
      previewLinks: readonly { DisplayText: string; URI: string }[];
    };
    expect(previewLinks).toEqual([
      {
        DisplayText: expect.stringContaining('(11111111-2222-3333-4444-555555555555)'),
        URI: expect.stringMatching(/^http:\/\/offers\.example\/preview\/contoso\/linux-vm\?token=.{50}/),
      },
    ]);
  });

  it('in our own shape brings progress and links made for the reader', async () => {
    const { api } = await at('signOff');

    const answer = await api('GET', `${offerPath}/publication?publicationId=${publicationId}`);

    expect(await answer.json()).toMatchObject({
      status: { publicationId, status: 'waitingForPublisherReview' },
      progress: [],
      links: {
        status: 'http://offers.example/publishers/contoso/offers/linux-vm/status',
        preview: [
          {
            subscription: '11111111-2222-3333-4444-555555555555',
            uri: expect.stringMatching(/^http:\/\/offers\.example\/preview\/contoso\/linux-vm\?token=.{50}/),
          },
        ],
      },
    });
  });

  it('of a publication that is not in the log yet is 404, not another one', async () => {
    const { api } = await at('live');

    const answer = await api(
      'GET',
      `${offerPath}/publication?publicationId=00000000-0000-4000-8000-000000000000`,
    );

    expect(answer.status).toBe(404);
  });

  it('says where the offer is live, whatever came of the newest attempt and of the draft', async () => {
    const { api, catalogue } = await at('signOff');
    const links = async (): Promise<PublicationAnswer['links']['live']> => {
      const answer = await api('GET', `${offerPath}/publication`);
      return ((await answer.json()) as PublicationAnswer).links.live;
    };
    const before = await links();
    catalogue.slotRows = [slotOf('Production')];

    const live = await links();
    const draft = { ...listedOffer(), offerTypeId: 'consulting-services' };
    await api('PUT', offerPath, draft, { 'If-Match': '*' });

    expect(before).toEqual([]);
    expect(live).toContainEqual({
      text: expect.any(String),
      uri: expect.stringMatching(/^http:\/\/offers\.example\/.*linux-vm/),
    });
    expect(await links()).toEqual(live);
  });

  it('leads to where the site is now, not to where it was when the offer went live', async () => {
    const settings = { ...testSettings, publicUrl: 'https://moved.example' };
    const answers = async (phase: Phase): Promise<readonly string[]> => {
      const { api, browse } = await at(phase, { settings });
      const asked = [
        api('GET', `${offerPath}/status`),
        api('GET', `${offerPath}/publication`),
        browse(`${pagePath}/status`),
      ];
      return Promise.all(asked.map(async (answer) => (await answer).text()));
    };

    const [live, inPreview] = [await answers('live'), await answers('signOff')];

    for (const text of live) expect(text).toContain('https://moved.example/marketplace/contoso/linux-vm');
    for (const text of inPreview) expect(text).toContain('https://moved.example/preview/contoso/linux-vm?');
    for (const text of [...live, ...inPreview]) expect(text).not.toContain('//offers.example/');
  });

  it('keeps no preview token anywhere', async () => {
    const { api, catalogue } = await at('signOff');

    await api('GET', `${offerPath}/publication`);
    await api('GET', `${offerPath}/status`);

    expect(JSON.stringify(catalogue.statuses)).not.toContain('token');
  });

  it('checks what is live', async () => {
    const { api } = await at('live');

    const answer = await api('GET', `${offerPath}/live-check`);

    expect(await answer.json()).toMatchObject({ publisherId: 'contoso', ok: true });
  });

  it('reads what is live once for all who ask meanwhile', async () => {
    const ends: (() => void)[] = [];
    const { api } = testApp({
      liveChecker: {
        check: (offer) =>
          new Promise((resolve) => {
            ends.push(() => resolve({ ...offer, offerVersion: 1, packageDigest: 'd', ok: true, items: [] }));
          }),
      },
    });
    await api('PUT', offerPath, listedOffer());

    const asked = Array.from({ length: 10 }, () => api('GET', `${offerPath}/live-check`));
    await new Promise(setImmediate);
    ends.forEach((end) => end());
    const answers = await Promise.all(asked);

    expect(ends).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });
});
