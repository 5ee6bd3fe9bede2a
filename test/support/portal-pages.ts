import { publicationAt, publicationId, type Phase } from './publication-at';
import { certifiedPart, notRun } from './certified-part';
import { frozenVersion, listedOffer } from './listed-offer';
import { publisherEvent } from './publisher-event';
import { openReviewIn } from './review-shown';
import { logo, shownPackage, slotOf } from './shown-package';
import { now, offerPath, pagePath, testApp, type TestApp } from './test-app';

/** A page that people see, and what has to be so to see all of it. */
export type PortalPage = {
  readonly name: string;
  readonly path: string | ((test: TestApp) => Promise<string>);
  readonly phase?: Phase;
  /** Of a staged offer; of a virtual machine otherwise. */
  readonly staged?: true;
  /** What it answers; 200 otherwise. */
  readonly status?: number;
};

const page = (name: string, path: PortalPage['path'], phase?: Phase): PortalPage => ({
  name,
  path,
  ...(phase === undefined ? {} : { phase }),
});

/** Every kind of page, in every state that looks different. */
export const portalPages: readonly PortalPage[] = [
  page('sign-in', '/sign-in'),
  page('all offers', '/', 'signOff'),
  page('never published', `${pagePath}/status`),
  ...(
    [
      'awaitingAddress',
      'provisioning',
      'certificationFailed',
      'signOff',
      'scheduled',
      'live',
      'canceled',
    ] as const
  ).map((phase) => page(`status, ${phase}`, `${pagePath}/status`, phase)),
  page('status, rules not run', withRulesNotRun, 'signOff'),
  page('question before Go live', `${pagePath}/golive/confirm`, 'signOff'),
  page('question before Cancel', `${pagePath}/cancel/confirm`, 'signOff'),
  page(
    'support',
    `${pagePath}/support?publication=${publicationId}&step=displaycertify`,
    'certificationFailed',
  ),
  page('editor', `${pagePath}/editor`),
  page('history', `${pagePath}/history`, 'signOff'),
  page('publisher history', '/publishers/contoso/history'),
  page('compare', `${pagePath}/compare`, 'live'),
  page('review', `${pagePath}/review`, 'inReview'),
  page('comment on a field', `${pagePath}/review?pointer=%2Fdefinition%2FdisplayText`, 'inReview'),
  page('file under review', `${pagePath}/review/file?name=basic%2FmainTemplate.json&line=3`, 'inReview'),
  page('question before a decision', `${pagePath}/review/decide?decision=requestChanges`, 'inReview'),
  { ...page('walkthrough', `${pagePath}/walkthrough`), staged: true },
  { ...page('request for approval', `${pagePath}/publish`, 'signOff'), staged: true },
  page('never reviewed', `${pagePath}/review`),
  page('reviews', '/reviews', 'inReview'),
  page('product page', '/marketplace/contoso/linux-vm', 'live'),
  page('report', '/marketplace/contoso/linux-vm/reports/report-os', 'live'),
  page('preview', previewPath, 'signOff'),
  { ...page('refused preview', '/preview/contoso/linux-vm?token=wrong', 'signOff'), status: 403 },
  page('rules', '/docs/rules'),
  page('leads', '/docs/leads'),
  page('SAS helper', '/docs/sas'),
  page('API', '/docs/api'),
  page('problems', '/docs/problems'),
  page('editor with findings', `${pagePath}/editor?publish`),
  page('editor, JSON', `${pagePath}/editor/json`),
  page('new offer', '/publishers/contoso/offers/new'),
  page('question before Discard', `${pagePath}/discard`),
  { ...page('nothing here', '/nothing-here'), status: 404 },
];

async function withRulesNotRun({ catalogue }: TestApp): Promise<string> {
  for (const name of ['offer', 'standard/1.0.0/os'])
    await catalogue.certifications.addPart(publicationId, certifiedPart({ name, plan: null, tests: notRun }));
  return `${pagePath}/status`;
}

/** The app with one offer in the state that a page needs. */
export async function portalFor({ phase, staged }: PortalPage): Promise<TestApp> {
  const test = testApp();
  await test.api(
    'PUT',
    offerPath,
    staged ? { ...listedOffer(), offerTypeId: 'staged-offer' } : listedOffer(),
  );
  const { catalogue } = test;
  catalogue.versions.push(frozenVersion());
  catalogue.packageRows = [shownPackage()];
  test.staging.blobs.set(logo, Buffer.alloc(4));
  catalogue.historyRows.push(publisherEvent(9, { cursor: '9.9' }));
  if (phase !== undefined) test.publish(publicationAt(phase));
  if (phase === 'signOff') catalogue.slotRows = [slotOf('Preview')];
  if (phase === 'live') catalogue.slotRows = [slotOf('Production')];
  if (phase === 'provisioning') catalogue.items = [copying('westeurope', 700), copying('eastus', 120)];
  catalogue.reportRows = [report];
  if (phase === 'inReview') await reviewed(test);
  return test;
}

async function reviewed(test: TestApp): Promise<void> {
  openReviewIn(test);
  const publication = { publicationId, actor: 'rita@contoso', side: 'reviewer' } as const;
  const place = { file: 'basic/mainTemplate.json', line: 3, pointer: null };
  const { reviewThreads } = test.catalogue;
  const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
  const asked = { ...publication, commentId: 'c-1', text: 'Is this a real password?' };
  await reviewThreads.open(offer, place, asked);
  const done = { ...publication, commentId: 'c-2', text: 'Blurred', publicationId: 'earlier' };
  const pointer = '/definition/offer/logo';
  await reviewThreads.open(offer, { file: null, line: null, pointer }, done);
  await reviewThreads.setState({ ...offer, threadId: 'c-2' }, { state: 'resolved', actor: 'rita' });
}

async function previewPath({ previewTokens }: TestApp): Promise<string> {
  const grant = {
    publisherId: 'contoso',
    offerId: 'linux-vm',
    subscriptionId: '11111111-2222-3333-4444-555555555555',
  };
  const token = await previewTokens.issue(grant, new Date(now.getTime() + 3_600_000));
  return `/preview/contoso/linux-vm?token=${encodeURIComponent(token)}`;
}

const copying = (region: string, doneMebibytes: number) => ({
  item: `replicate.${region}`,
  doneBytes: doneMebibytes * 1024 ** 2,
  totalBytes: 1024 ** 3,
  bytesPerSecond: 64 * 1024 ** 2,
  state: 'running' as const,
  updatedAt: now.toISOString(),
});

const report = {
  reportId: 'report-os',
  subject: 'd'.repeat(64),
  ruleSetVersion: '1',
  verdict: 'passed' as const,
  findings: [],
  tests: notRun,
  createdAt: '2026-11-20T10:00:00.000Z',
  validUntil: '2026-12-20T10:00:00.000Z',
};
