import { MockActivityEnvironment } from '@temporalio/testing';
import { packageProductActivities } from '../../src/activities/package-product';
import { canonicalJson } from '../../src/domain/product-page/canonical-json';
import { digests } from '../../src/services/digests';
import { createHtmlSanitizer } from '../../src/services/html-sanitizer/html-sanitizer';
import { createSigner } from '../../src/services/signing/signer';
import { fakeCertification } from '../fakes/fake-certification';
import { fakeOfferVersions } from '../fakes/fake-offer-versions';
import { fakePackages } from '../fakes/fake-packages';
import { fakePictures } from '../fakes/fake-pictures';
import { fakePublicationRecords } from '../fakes/fake-publication-record';
import { fakeReviews } from '../fakes/fake-reviews';
import { fakeStaging } from '../fakes/fake-staging';
import { application, frozenApplication, packageDigest, packagedFiles } from '../support/shown-application';
import { newSigningKey } from '../support/signing-key';

const signer = createSigner({ privateKeyPem: newSigningKey(), retired: {} });
const publication = { publicationId: 'pub-1', offerVersion: 1, ...application };

async function setting() {
  const packages = fakePackages();
  const files = await packagedFiles();
  const { packageProduct } = packageProductActivities({
    ...fakeCertification({
      'standard/1.0.0/package': { digest: packageDigest, facts: { package: { files } } },
    }),
    offers: fakeOfferVersions(frozenApplication(['11111111-2222-3333-4444-555555555555'])),
    packages,
    reviews: fakeReviews(),
    publications: fakePublicationRecords({ 'pub-1': { startedAt: '2026-03-01T12:00:00.000Z' } }),
    pictures: fakePictures(),
    staging: fakeStaging(),
    htmlSanitizer: createHtmlSanitizer(),
    digests,
    signer,
  });
  const pack = (): ReturnType<typeof packageProduct> =>
    new MockActivityEnvironment().run(packageProduct, publication);
  return { pack, packages, files };
}

it('signs a manifest with the digest of the package and of every file in it, and needs no region', async () => {
  const { pack, packages, files } = await setting();

  const { packageDigest: made = '', verdict } = await pack();

  const { page, manifest, signature } = packages.records.get(made)!;
  expect(verdict).toBe('passed');
  expect(manifest).toMatchObject({
    regions: [],
    artefacts: [{ digest: packageDigest, bytes: 1024, reportId: 'report of standard/1.0.0/package', files }],
  });
  expect(signer.verify(Buffer.from(canonicalJson(manifest)), signature)).toBe(true);
  expect(page.plans).toEqual([
    {
      planId: 'standard',
      kind: 'solutionTemplate',
      title: 'Standard',
      summary: 'One static web site on a storage account',
      descriptionHtml: expect.stringContaining('<p>Everything a site of files needs'),
      versions: [{ version: '1.0.0', digest: packageDigest }],
    },
  ]);
  expect(canonicalJson([page, manifest])).not.toMatch(/blob\.core|sig=|2026/);
});

it('makes the same package again when it is tried again', async () => {
  const { pack, packages } = await setting();

  const [first, second] = [await pack(), await pack()];

  expect(second).toEqual(first);
  expect(packages.records.size).toBe(1);
});
