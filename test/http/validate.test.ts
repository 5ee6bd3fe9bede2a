import { ruleSetVersionOf } from '../../src/domain/certification/rule-set-version';
import type { OfferDocument } from '../../src/domain/offer/document';
import { publishableOffer } from '../support/publishable-offer';
import { offerPath, testApp, type TestApp } from '../support/test-app';

type DryRun = {
  readonly canBePublished: boolean;
  readonly findings: readonly {
    readonly ruleId: string;
    readonly message: string;
    readonly target: object;
  }[];
  readonly artefacts: readonly { readonly artefactId: string; readonly source: string }[];
  readonly steps: readonly {
    readonly stepId: string;
    readonly name: string;
    readonly work: string;
    readonly reused: readonly { readonly item: string }[];
  }[];
  readonly estimatedSeconds: number | null;
};

async function saved(offer: OfferDocument = publishableOffer()): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, offer);
  return test;
}

const dryRun = async (test: TestApp, query = ''): Promise<DryRun> =>
  (await (await test.api('POST', `${offerPath}/validate${query}`)).json()) as DryRun;

const workOf = ({ steps }: DryRun, wanted: string): string | undefined =>
  steps.find(({ stepId }) => stepId === wanted)?.work;

/** Earlier publications have read, certified and copied what stands at this address. */
function leaveWork(test: TestApp, url: string): void {
  const { catalogue } = test;
  catalogue.seenSources.push({ url, etag: '"1"', bytes: 1_049_088, digest: 'd1' });
  catalogue.reportRows.push({
    reportId: 'r1',
    subject: 'd1',
    ruleSetVersion: ruleSetVersionOf('linuxOsDisk'),
    verdict: 'passed',
    findings: [],
    createdAt: '2026-11-01T00:00:00.000Z',
    validUntil: '2027-11-01T00:00:00.000Z',
  });
  for (const region of ['westeurope', 'eastus']) {
    catalogue.replicaRows.push({
      digest: 'd1',
      region,
      state: 'verified',
      attempt: 1,
      journal: [],
      verifiedAt: null,
    });
  }
}

it('says of a good draft that it can be published, and starts nothing', async () => {
  const test = await saved();

  const answer = await dryRun(test);

  expect(answer).toMatchObject({ canBePublished: true, findings: [], estimatedSeconds: null });
  expect(workOf(answer, 'displaycertify')).toBe('runs');
  expect(test.client.sent).toEqual([]);
  expect(test.catalogue.operationRows).toEqual([]);
});

it('names every fault of a bad draft with its place and what to do, in the reader’s language', async () => {
  const test = await saved(publishableOffer({ 'microsoft-azure-marketplace.title': '' }));

  const answer = await dryRun(test, '?lang=es');

  expect(answer.canBePublished).toBe(false);
  expect(answer.findings).toEqual([
    expect.objectContaining({
      ruleId: 'offer.field-missing',
      message: expect.stringContaining('Falta'),
      target: { pointer: '/definition/offer/microsoft-azure-marketplace.title' },
    }),
  ]);
  expect(answer.steps[0]).toMatchObject({ name: 'Validar los requisitos previos', work: 'runs' });
  expect(workOf(answer, 'live')).toBe('notReached');
});

it('asks the disks’ addresses, and tells what they refuse before anybody waits for it', async () => {
  const test = await saved();
  await dryRun(test);
  const [url = ''] = test.sources.asked;
  test.sources.answers.set(url.split('?')[0] ?? '', {
    kind: 'refused',
    status: 404,
    reason: 'notFound',
    detail: '',
  });

  const answer = await dryRun(test);

  expect(answer).toMatchObject({ canBePublished: false, artefacts: [{ source: 'refused' }] });
  expect(answer.findings).toHaveLength(1);
  expect(JSON.stringify(answer)).not.toContain('sig=');
});

it('does not call an address broken that does not answer just now', async () => {
  const test = await saved();
  await dryRun(test);
  test.sources.answers.set(test.sources.asked[0]?.split('?')[0] ?? '', new Error('timeout'));

  expect(await dryRun(test)).toMatchObject({ canBePublished: true, artefacts: [{ source: 'noAnswer' }] });
});

it('tells what an earlier publication left to be found again', async () => {
  const test = await saved();
  await dryRun(test);
  leaveWork(test, test.sources.asked[0]?.split('?')[0] ?? '');

  const answer = await dryRun(test);

  expect(answer.artefacts).toEqual([expect.objectContaining({ source: 'unchanged' })]);
  expect(workOf(answer, 'displaycertify')).toBe('reused');
  expect(workOf(answer, 'displayprovision')).toBe('reused');
});

it('estimates from past steps', async () => {
  const test = await saved();
  const { steps } = await dryRun(test);
  for (const { stepId } of steps)
    test.catalogue.pastSteps.set(stepId, { medianMs: 2_000, fastestMs: 1_000, count: 5 });

  expect(await dryRun(test)).toMatchObject({ estimatedSeconds: 12 });
});

it('answers 404 for an offer that there is not', async () => {
  const answer = await testApp().api('POST', `${offerPath}/validate`);

  expect(answer.status).toBe(404);
});
