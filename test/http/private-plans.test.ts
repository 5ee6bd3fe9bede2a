import type { OfferDocument } from '../../src/domain/offer/document';
import { plansOf } from '../../src/domain/offer/parts';
import type { MachinePlan } from '../../src/domain/product-page/product-page';
import type { PackageRecord } from '../../src/services/ports';
import { frozenVersion, listedOffer } from '../support/listed-offer';
import { osDisk, sha, shownPackage, slotOf } from '../support/shown-package';
import { now, offerPath, testApp, type TestApp } from '../support/test-app';

const ownDisk = sha('disk of the private plan');
const entries = [{ type: 'subscriptionId', id: 'c0ffee00-0001-4000-8000-000000000001' }];
const livePage = '/marketplace/contoso/linux-vm';
const preview = '/preview/contoso/linux-vm';

/** The public plan, and beside it a private one: it has a disk of its own, and one that is the public plan's too. */
function content(): PackageRecord {
  const { page, manifest, ...signed } = shownPackage();
  const [open] = page.plans as [MachinePlan];
  const secret: MachinePlan = {
    ...open,
    planId: 'tailored',
    title: 'Tailored',
    versions: [{ version: '1.0.0', osDisk: ownDisk, dataDisks: [{ lun: 0, digest: osDisk }] }],
  };
  const artefacts = [{ digest: ownDisk, bytes: 1024, reportId: 'report-own' }, ...manifest.artefacts];
  return { ...signed, page: { ...page, plans: [open, secret] }, manifest: { ...manifest, artefacts } };
}

function withAudience(audience: unknown, planIds: readonly string[] = ['tailored']): OfferDocument {
  const document = listedOffer();
  const [open] = plansOf(document);
  const plans = planIds.map((planId) => ({ ...open?.fields, planId, restrictedAudience: audience }));
  return { ...document, definition: { ...(document['definition'] as object), plans } };
}

async function shown(document: OfferDocument): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, listedOffer());
  test.catalogue.versions.push(frozenVersion(document));
  test.catalogue.slotRows = [slotOf('Production'), slotOf('Preview')];
  test.catalogue.packageRows = [content()];
  test.catalogue.reportRows = ['report-own', 'report-os'].map((reportId) => ({
    reportId,
    kind: 'image',
    subject: sha(reportId),
    ruleSetVersion: '1',
    verdict: 'passed',
    findings: [],
    createdAt: now.toISOString(),
    validUntil: now.toISOString(),
  })) as never;
  return test;
}

const textOf = async ({ app }: TestApp, path: string): Promise<string> => (await app.request(path)).text();

describe('a plan with a private audience', () => {
  it.each<[string, unknown]>([
    ['of subscriptions', { manualEntries: entries }],
    ['in a file', { uploadedCsvUri: 'https://contoso.example/audience.csv' }],
  ])('%s is neither shown nor deployed on the public page', async (_name, audience) => {
    const test = await shown(withAudience(audience));

    const page = await textOf(test, livePage);

    expect(page).toContain('Standard');
    expect(page).toContain(`https://eastus.example/${osDisk}`);
    expect(page).not.toContain('Tailored');
    expect(page).not.toContain(ownDisk);
    expect(page).not.toContain('report-own');
  });

  it('keeps its report from the public, and no other', async () => {
    const { app } = await shown(withAudience({ manualEntries: entries }));

    const answers = await Promise.all(
      ['report-own', 'report-os'].map(async (id) => app.request(`${livePage}/reports/${id}`)),
    );

    expect(answers.map(({ status }) => status)).toEqual([404, 200]);
  });

  it('is in the preview, which says who will not see it, with its disks and its report', async () => {
    const test = await shown(withAudience({ manualEntries: entries }));
    const subscriptionId = '11111111-2222-3333-4444-555555555555';
    const offer = { publisherId: 'contoso', offerId: 'linux-vm', subscriptionId };
    const token = await test.previewTokens.issue(offer, new Date(now.getTime() + 3_600_000));

    const page = await textOf(test, `${preview}?token=${token}`);
    const report = await test.app.request(`${preview}/reports/report-own?token=${token}`);

    expect(page).toContain('Tailored');
    expect(page).toContain(`https://eastus.example/${ownDisk}`);
    expect(page.match(/For a private audience/g)).toHaveLength(1);
    expect(report.status).toBe(200);
  });

  it('leaves nothing to deploy where it is the only kind of plan', async () => {
    const test = await shown(withAudience({ manualEntries: entries }, ['standard', 'tailored']));

    const page = await textOf(test, livePage);

    expect(page).toContain('<h1>Contoso Linux</h1>');
    expect(page).not.toContain('id="deploy"');
    expect(page).not.toContain('report-');
  });

  it('changes nothing of the signed manifest, which would prove nothing in parts', async () => {
    const { app } = await shown(withAudience({ manualEntries: entries }));

    const manifest = await app.request(`${livePage}/manifest.json`);

    expect(await manifest.json()).toMatchObject({ manifest: content().manifest });
  });
});

it.each<[string, unknown]>([
  ['no entry', { manualEntries: [] }],
  ['no file', { uploadedCsvUri: '' }],
  ['nothing', null],
])('an audience with %s is everybody', async (_name, audience) => {
  expect(await textOf(await shown(withAudience(audience)), livePage)).toContain('Tailored');
});
