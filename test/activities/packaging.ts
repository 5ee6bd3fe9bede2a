import { MockActivityEnvironment } from '@temporalio/testing';
import { packageProductActivities } from '../../src/activities/package-product';
import type { PackageResult, PublicationRef } from '../../src/activities/contract';
import { digests } from '../../src/services/digests';
import { createHtmlSanitizer } from '../../src/services/html-sanitizer/html-sanitizer';
import { createSigner } from '../../src/services/signing/signer';
import { fakeCertification, type FakeVerdicts } from '../fakes/fake-certification';
import { fakeOfferVersions } from '../fakes/fake-offer-versions';
import { fakePackages } from '../fakes/fake-packages';
import { fakePictures } from '../fakes/fake-pictures';
import { fakePublicationRecords } from '../fakes/fake-publication-record';
import { fakeReviews } from '../fakes/fake-reviews';
import { fakeStaging } from '../fakes/fake-staging';
import { frozenVersion, listedOffer } from '../support/listed-offer';
import { newSigningKey } from '../support/signing-key';

export const certified: FakeVerdicts = {
  'standard/1.0.0/os': { digest: 'a'.repeat(64) },
  'standard/1.0.0/lun0': { digest: 'b'.repeat(64) },
  'internal/1.0.0/os': { digest: 'c'.repeat(64) },
};
const publication = (publicationId: string): PublicationRef => ({
  publicationId,
  publisherId: 'contoso',
  offerId: 'linux-vm',
  offerVersion: 1,
});

type Setting = {
  readonly offer?: Readonly<Record<string, unknown>>;
  readonly verdicts?: FakeVerdicts;
  readonly revealed?: ReturnType<typeof listedOffer>;
};

const signer = createSigner({ privateKeyPem: newSigningKey(), retired: {} });

export function setting({ offer, verdicts = certified, revealed }: Setting = {}) {
  const packages = fakePackages();
  const pictures = fakePictures();
  const staging = fakeStaging();
  const publications = fakePublicationRecords({
    'pub-1': { startedAt: '2026-03-01T12:00:00.000Z' },
    'pub-2': { startedAt: '2026-03-05T12:00:00.000Z' },
  });
  const reviews = fakeReviews();
  const { artefacts, reports } = fakeCertification(verdicts);
  const { packageProduct } = packageProductActivities({
    artefacts,
    reports,
    reviews,
    offers: fakeOfferVersions(frozenVersion(listedOffer(offer)), revealed),
    packages,
    publications,
    pictures,
    staging,
    htmlSanitizer: createHtmlSanitizer(),
    digests,
    signer,
  });
  const pack = (publicationId: string, run: { digests?: readonly string[] } = {}): Promise<PackageResult> =>
    new MockActivityEnvironment().run(packageProduct, { ...publication(publicationId), ...run });
  return { pack, artefacts, packages, pictures, publications, reviews, signer, staging };
}

export function sha256(content: string | Buffer): string {
  const hash = digests.sha256();
  hash.update(Buffer.from(content));
  return hash.digest();
}
