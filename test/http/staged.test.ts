import { stagedKinds } from '../../src/domain/offer/kind';
import type { PublicationFact } from '../../src/domain/publication/events';
import { evolve } from '../../src/domain/publication/evolve';
import { pipelineOf } from '../../src/domain/publication/pipelines';
import type { PublicationStatus } from '../../src/domain/publication/status';
import { languages } from '../../src/domain/text/language';
import { changed, market } from '../domain/offer/good-offer';
import { goodStaged } from '../domain/offer/good-staged';
import { accessibilityFaults } from '../support/html';
import { frozenVersion } from '../support/listed-offer';
import { offerAgainst } from '../support/run-offer';
import { offerPath, pagePath, testApp, type TestApp } from '../support/test-app';

const complete = goodStaged['data-service']();
const incomplete = changed(changed(complete, market('title'), ''), market('privacyURL'), '');

async function saved(draft = complete): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, draft);
  return test;
}

/** contoso/linux-vm as a staged offer, folded from what happened until it waits for the request, and more. */
function staged(votes: number, more: readonly PublicationFact[] = []): PublicationStatus {
  const pipeline = { ...pipelineOf('staged-offer', 'data-service')!, votes };
  const facts: readonly PublicationFact[] = [
    {
      kind: 'started',
      publicationId: '3f1d0c9a-5b1e-4b57-9a52-0d6c4b2f7a11',
      publisherId: 'contoso',
      offerId: 'linux-vm',
      language: 'en',
      requestedBy: 'api',
    },
    { kind: 'opened', offerType: 'staged-offer', offerVersion: 1, pipeline, language: 'en' },
    { kind: 'stepChanged', step: 'walkthrough', status: 'inProgress' },
    { kind: 'stepChanged', step: 'walkthrough', status: 'complete' },
    { kind: 'stepChanged', step: 'push-to-staging', status: 'inProgress' },
    { kind: 'stepChanged', step: 'push-to-staging', status: 'complete' },
    { kind: 'stepChanged', step: 'request-approval', status: 'waitingForPublisherReview' },
    ...more,
  ];
  return facts
    .map((fact) => ({ ...fact, at: '2026-11-20T10:00:00.000Z' }))
    .reduce<PublicationStatus | undefined>(evolve, undefined)!;
}

const ended: readonly PublicationFact[] = [
  { kind: 'goLiveVoted', actor: 'ann' },
  { kind: 'goLiveApproved' },
  { kind: 'stepChanged', step: 'request-approval', status: 'complete' },
  { kind: 'wentLive', links: [{ text: 'Azure Marketplace', uri: 'http://offers.example/m' }] },
  { kind: 'ended', outcome: 'live' },
];

async function inStaging(votes = 1, more: readonly PublicationFact[] = []): Promise<TestApp> {
  const test = await saved();
  test.catalogue.versions.push({ ...frozenVersion(), offerType: 'staged-offer', document: complete });
  test.publish(staged(votes, more));
  return test;
}

/** What people read on a page. */
const readOn = (page: string): string => page.replace(/<[^>]*>/g, ' ');

const textOf = async (answer: Promise<Response>): Promise<string> => (await answer).text();

it('Status shows beside a step what its work is about, whatever the step is called', async () => {
  const test = await inStaging();

  const page = await textOf(test.browse(`${pagePath}/status`));
  const [before = '', card = ''] = page.split('id="step-push-to-staging"');
  const [, walked = ''] = before.split('id="step-walkthrough"');
  const pushed = card.slice(0, card.indexOf('id="step-request-approval"'));

  for (const way of ['/docs/rules', '/docs/leads']) expect(pushed).toContain(`href="${way}"`);
  expect(walked).not.toContain('href="/docs/leads"');
});

describe('the walkthrough', () => {
  it('names in each of four parts what is missing, by API', async () => {
    const { api } = await saved(incomplete);

    const answer = (await (await api('GET', `${offerPath}/walkthrough`)).json()) as object;

    expect(answer).toMatchObject({
      canBePushedToStaging: false,
      checks: [
        { part: 'plans', name: 'Plans and technical content', isGreen: true, findings: [] },
        { part: 'marketing', isGreen: false, findings: [{ message: '"Title" is missing.' }] },
        { part: 'pricing', isGreen: true, findings: [] },
        {
          part: 'supportAndLegal',
          isGreen: false,
          findings: [
            {
              ruleId: 'offer.field-missing',
              target: { pointer: '/definition/offer/microsoft-azure-marketplace.privacyURL' },
            },
          ],
        },
      ],
    });
  });

  it.each(languages)('shows four cards that lead into the Editor, in %s', async (language) => {
    const { browse } = await saved(incomplete);

    const page = await textOf(browse(`${pagePath}/walkthrough?lang=${language}`));

    expect(page.match(/class="card check good"/g)).toHaveLength(2);
    expect(page.match(/class="card check bad"/g)).toHaveLength(2);
    expect(page).toContain(`${pagePath}/editor#/definition/offer/microsoft-azure-marketplace.title`);
    expect(page).toContain('aria-disabled="true"');
    expect(accessibilityFaults(page)).toEqual([]);
  });

  it('can be pushed to staging when all four are green, and is then published with the address', async () => {
    const { browse, client } = await saved();
    const page = await textOf(browse(`${pagePath}/walkthrough`));
    const etag = /name="etag" value="([^"]+)"/.exec(page)?.[1]?.replaceAll('&quot;', '"') ?? '';

    const answer = await browse(`${pagePath}/editor/publish`, {
      etag,
      emails: 'ann@contoso.com',
      notes: 'Try it.',
    });

    expect(answer.headers.get('Location')).toBe(`${pagePath}/status`);
    expect(page).toContain('name="notes"');
    expect(client.sent).toMatchObject([{ name: 'publish', input: { certificationNotes: 'Try it.' } }]);
  });

  it('is no page of other offer types', async () => {
    const test = testApp();
    await test.api('PUT', offerPath, goodStaged['virtual-machine']());
    const other = testApp();
    await other.api('PUT', offerPath, {
      ...goodStaged['virtual-machine'](),
      offerTypeId: 'microsoft-azure-virtualmachines',
    });

    expect((await test.browse(`${pagePath}/walkthrough`)).status).toBe(200);
    for (const name of ['walkthrough', 'publish'])
      expect((await other.browse(`${pagePath}/${name}`)).status).toBe(404);
    expect(await textOf(other.browse(`${pagePath}/editor`))).not.toContain('walkthrough');
  });

  it('is told by "offer validate", which ends with 3 while something is missing', async () => {
    const { app } = await saved(incomplete);
    const offer = await offerAgainst(app);

    const { exitCode, stdout } = await offer.run('validate', 'contoso/linux-vm');

    expect(exitCode).toBe(3);
    expect(stdout).toContain('Walkthrough - Plans and technical content: complete\n');
    expect(stdout).toContain('Walkthrough - Marketing: incomplete (1)\n');
    expect(stdout).toContain('Walkthrough - Support and legal: incomplete (1)\n');
  });
});

describe('the Editor of a staged offer', () => {
  it.each(stagedKinds)('has the form of %s, and pushes to staging', async (kind) => {
    const { browse } = await saved(changed(goodStaged[kind](), ['id'], 'linux-vm'));

    const page = await textOf(browse(`${pagePath}/editor`));

    expect(page).toContain('Push to staging');
    expect(page.includes('staged-offer.endpoints')).toBe(kind.endsWith('-service'));
    expect(page.includes('microsoft-azure-applications.package')).toBe(kind === 'solution-template');
    expect(page.includes('microsoft-azure-virtualmachines.vmImages')).toBe(kind === 'virtual-machine');
  });

  it.each(stagedKinds)('is begun as %s from the page for new offers', async (kind) => {
    const { browse, catalogue } = testApp();

    const answer = await browse('/publishers/contoso/offers/new', {
      offerId: 'new',
      offerType: `staged-offer/${kind}`,
    });

    expect(answer.status).toBe(303);
    const offer = await catalogue.offers.find({ publisherId: 'contoso', offerId: 'new' });
    expect(offer?.draft).toMatchObject({ definition: { offer: { 'staged-offer.kind': kind } } });
  });
});

describe('the Publish page', () => {
  it('says that it is not in staging before it was pushed there', async () => {
    const { browse } = await saved();

    const page = await textOf(browse(`${pagePath}/publish`));

    expect(page).toContain('The offer is not in staging.');
    expect(page).not.toContain('id="go-live"');
  });

  it.each(languages)('requests approval, and never says go live, in %s', async (language) => {
    const { browse } = await inStaging();

    const page = await textOf(browse(`${pagePath}/publish?lang=${language}`));
    const question = await textOf(browse(`${pagePath}/golive/confirm?lang=${language}`));
    const status = await textOf(browse(`${pagePath}/status?lang=${language}`));

    for (const shown of [page, question, status]) {
      expect(readOn(shown)).not.toMatch(
        /go live|go-live|poner en producción|puesta en producción|запустить|推出/i,
      );
      expect(accessibilityFaults(shown)).toEqual([]);
    }
    expect(page).toContain('id="scenarios"');
    expect(question).toContain(`action="${pagePath}/golive"`);
  });

  it('says who has asked, who is missing and from when on, and takes it back', async () => {
    const voted = { kind: 'goLiveVoted', actor: 'ann', notBefore: '2026-12-24T08:00:00.000Z' } as const;
    const { browse } = await inStaging(2, [voted]);

    for (const name of ['publish', 'status']) {
      const page = await textOf(browse(`${pagePath}/${name}`));
      expect(page).toContain('1 of 2 (ann)');
      expect(page).toContain('Still needed: 1.');
      expect(page).toContain('Not before Dec 24, 2026, 8:00:00 AM UTC.');
      expect(page).toContain('Withdraw the request for approval');
    }
  });

  it('is Listed once it is live, with what to test in production: portal, CLI and list say the same', async () => {
    const { browse, app } = await inStaging(1, ended);
    const offer = await offerAgainst(app);

    const page = await textOf(browse(`${pagePath}/status`));
    const { stdout } = await offer.run('status', 'contoso/linux-vm');

    expect(page).toContain('Listed');
    expect(page).toContain('Test in production');
    expect(page).toContain('order it as a new customer');
    expect(stdout).toContain('Listed');
    expect(readOn(page)).not.toMatch(/\blive\b/i);
    expect(stdout).not.toMatch(/\bLive\b/);
  });
});

describe('Discard draft of a staged offer', () => {
  it('deletes one that was never pushed to staging', async () => {
    const { api } = await saved();

    expect((await api('DELETE', offerPath)).status).toBe(204);
    expect((await api('GET', `${offerPath}/walkthrough`)).status).toBe(404);
  });

  it('deletes it by portal and CLI, too', async () => {
    const byPortal = await saved();
    const page = await textOf(byPortal.browse(`${pagePath}/discard`));
    const etag = /name="etag" value="([^"]+)"/.exec(page)?.[1]?.replaceAll('&quot;', '"') ?? '';
    const byCli = await saved();
    const offer = await offerAgainst(byCli.app);

    const answer = await byPortal.browse(`${pagePath}/discard`, { etag });
    const { exitCode } = await offer.run('discard', 'contoso/linux-vm', '--yes');

    expect(answer.status).toBe(303);
    expect(exitCode).toBe(0);
    for (const { api } of [byPortal, byCli])
      expect((await api('GET', `${offerPath}/walkthrough`)).status).toBe(404);
  });

  it('says by portal, API and CLI why one that was pushed there stays', async () => {
    const { api, app, browse, catalogue } = await saved();
    catalogue.whyNotDiscard = 'wasShown';
    const offer = await offerAgainst(app);
    const why = 'This offer was pushed to staging or production.';

    const answer = await api('DELETE', offerPath);
    const { exitCode, stderr } = await offer.run('discard', 'contoso/linux-vm', '--yes');

    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain(why);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain(why);
    expect(await textOf(browse(`${pagePath}/history`))).toContain(why);
  });
});

it('refuses to go live before anything is in staging in the words of its button', async () => {
  const { api } = await saved();

  const answer = await api('POST', `${offerPath}/golive`);

  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({
    error: {
      message: expect.stringMatching(/^"Request approval to push to production" is not possible now/),
    },
  });
});
