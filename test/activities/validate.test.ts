import { MockActivityEnvironment } from '@temporalio/testing';
import type { ValidationResult } from '../../src/activities/contract';
import { validateActivities } from '../../src/activities/validate';
import type { OfferDocument } from '../../src/domain/offer/document';
import { splitSecrets } from '../../src/domain/offer/secrets';
import { offerRuleSet } from '../../src/domain/offer/validate-offer';
import { digests } from '../../src/services/digests';
import type { ReportRecord } from '../../src/services/ports';
import { createSigner } from '../../src/services/signing/signer';
import { changed, diskUrl, goodOffer, machine, market, now, plan } from '../domain/offer/good-offer';
import { fakeCataloguedOffer } from '../fakes/fake-catalogued-offer';
import { fakeCertifications } from '../fakes/fake-certifications';
import { fakeReviews } from '../fakes/fake-reviews';
import { fakeStaging } from '../fakes/fake-staging';
import { newSigningKey } from '../support/signing-key';

const ref = { publicationId: 'pub-1', publisherId: 'contoso', offerId: 'linux-vm', offerVersion: 1 };

/** The activity over an offer whose secrets are stored apart, as the catalogue does it. */
function setUp(document: OfferDocument) {
  let count = 0;
  const { document: stored, secrets } = splitSecrets(document, () => `id-${(count += 1)}`);
  const offers = fakeCataloguedOffer(stored, new Map(secrets.map(({ id, value }) => [id, value])));
  const reports: Omit<ReportRecord, 'reportId' | 'createdAt'>[] = [];
  const { certifications, exceptions, signedReports: signed } = fakeCertifications(() => now);
  const { validate } = validateActivities({
    offers,
    certifications,
    exceptions,
    reviews: fakeReviews(),
    staging: fakeStaging(),
    signer: createSigner({ privateKeyPem: newSigningKey(), retired: {} }),
    digests,
    clock: () => now,
    trustedOrigins: [],
    reports: {
      save: async (report) => {
        reports.push(report);
        return { ...report, reportId: 'report-1', createdAt: now.toISOString() };
      },
    },
  });
  const run = (offerVersion = 1): Promise<ValidationResult> =>
    new MockActivityEnvironment().run(validate, { ...ref, offerVersion });
  return { offers, reports, signed, certifications, exceptions, run };
}

async function frozen(document: OfferDocument) {
  const set = setUp(document);
  await set.offers.freeze(ref, 'pub-1', { regions: ['westeurope'] });
  return set;
}

describe('validate', () => {
  it('passes a good version, and names its artefacts and regions without any URL', async () => {
    const { reports, run } = await frozen(goodOffer());

    const result = await run();

    expect(result).toEqual({
      verdict: 'passed',
      findings: [],
      findingCount: 0,
      reportId: 'report-1',
      artefacts: [{ artefactId: 'standard/1.0.0/os', kind: 'osDisk' }],
      regions: ['westeurope'],
    });
    expect(reports).toEqual([
      {
        subject: 'contoso/linux-vm/1',
        ruleSetVersion: offerRuleSet,
        verdict: 'passed',
        findings: [],
        validUntil: '2026-06-08T12:00:00.000Z',
      },
    ]);
  });

  it('says the same when it is called again', async () => {
    const { run } = await frozen(changed(goodOffer(), market('title'), ''));

    expect(await run()).toEqual(await run());
  });

  it('sends the findings that travel, errors first, and keeps all of them in the report', async () => {
    const ids = Array.from({ length: 15 }, (_, index) => `no-guid-${index}`);
    const document = changed(
      changed(goodOffer(), market('allowedSubscriptions'), ids),
      market('description'),
      '<script>x</script>',
    );
    const { reports, run } = await frozen(document);

    const result = await run();

    expect(result).toMatchObject({ verdict: 'failed', findingCount: 16, artefacts: [] });
    expect(result.findings).toEqual(reports[0]?.findings.slice(0, result.findings.length));
    expect(result.findings.length).toBeGreaterThan(4);
    expect(JSON.stringify(result).length).toBeLessThan(2048);
    expect(result.findings.every(({ severity }) => severity === 'error')).toBe(true);
    expect(reports[0]?.findings).toHaveLength(16);
    expect(reports[0]?.findings.at(-1)).toMatchObject({ ruleId: 'offer.html-not-simple' });
  });

  it('passes with warnings', async () => {
    const { run } = await frozen(changed(goodOffer(), market('description'), '<video>x</video>'));

    expect(await run()).toMatchObject({
      verdict: 'passed',
      findingCount: 1,
      artefacts: [{ kind: 'osDisk' }],
    });
  });

  it('lets pass what is excepted, and tells the rule’s own verdict, the exception and its end', async () => {
    const until = '2026-06-03T00:00:00.000Z';
    const { certifications, exceptions, reports, run } = await frozen(
      changed(goodOffer(), market('title'), 'Contoso Linux 🚀'),
    );
    const scope = { publisherId: 'contoso', offerId: 'linux-vm', planId: null };
    await exceptions.grant(
      { ...scope, exceptionId: 'e-1', ruleId: 'listing.title.emoji', reason: 'Their brand.', until },
      'rita@*',
    );

    const result = await run();

    const exception = { exceptionId: 'e-1', reason: 'Their brand.', approver: 'rita@*', until };
    expect(result).toMatchObject({
      verdict: 'passed',
      findings: [{ ruleId: 'listing.title.emoji', severity: 'warning', exception }],
    });
    expect(reports).toMatchObject([{ verdict: 'passed', validUntil: until }]);
    const [part] = await certifications.partsOf('pub-1');
    expect(part?.findings).toMatchObject([{ exception }]);
    expect(part?.tests.find(({ ruleId }) => ruleId === 'listing.title.emoji')?.result).toBe('fail');
  });

  it('lets no secret into its result or its report', async () => {
    const broken = changed(goodOffer(), machine('vmImages', '1.0.0', 'osVhdUrl'), `${diskUrl('x y')}`);
    const { reports, run } = await frozen(
      changed(
        broken,
        market('tableLeadConfiguration', 'storageAccountConnectionString'),
        'AccountKey=CANARY',
      ),
    );

    const result = await run();

    expect(result.verdict).toBe('failed');
    expect(JSON.stringify([result, reports])).not.toMatch(/CANARY|Q0FOQVJZ/);
  });

  it('holds a new version against the one that is live', async () => {
    const { offers, run } = await frozen(goodOffer());
    offers.setLive(1);
    offers.setDraft(changed(goodOffer(), plan('virtualMachinePricingV2', 'coreMultiplier', 'single'), 99));
    await offers.freeze(ref, 'pub-2', { regions: ['westeurope'] });

    const result = await run(2);

    expect(result.findings.map(({ ruleId }) => ruleId)).toContain('offer.price-raised');
  });

  it('remembers what a country cost before it was taken off', async () => {
    const costs = (single?: number): OfferDocument =>
      changed(
        goodOffer(),
        plan('monthlyPricingV2'),
        single === undefined ? undefined : { regionPrices: { DE: { currency: 'EUR', price: single } } },
      );
    const { offers, run } = await frozen(costs(45));
    offers.setLive(1);
    for (const [version, next] of [
      [2, costs()],
      [3, costs(50)],
    ] as const) {
      offers.setDraft(next);
      await offers.freeze(ref, `pub-${version}`, { regions: ['westeurope'] });
      if (version === 2) offers.setLive(2);
    }

    const result = await run(3);

    expect(result.findings).toMatchObject([
      { ruleId: 'offer.region-price-changed', expected: '45 EUR', actual: '50 EUR' },
    ]);
  });

  it('does not hold a version against one that never went live', async () => {
    const { offers, run } = await frozen(goodOffer());
    offers.setDraft(changed(goodOffer(), plan('virtualMachinePricingV2', 'coreMultiplier', 'single'), 99));
    await offers.freeze(ref, 'pub-2', { regions: ['westeurope'] });

    const result = await run(2);

    expect(result.findings.map(({ ruleId }) => ruleId)).not.toContain('offer.price-raised');
  });

  it('fails for good when the version is not there: that is our own fault', async () => {
    const { run } = setUp(goodOffer());

    await expect(run()).rejects.toMatchObject({ nonRetryable: true, type: 'VersionMissing' });
  });
});
