import { MockActivityEnvironment } from '@temporalio/testing';
import { goLiveNowActivities } from '../../src/activities/go-live-now';
import { openPreviewActivities } from '../../src/activities/open-preview';
import type { Link } from '../../src/domain/publication/status';
import { digests } from '../../src/services/digests';
import type { PackageRecord } from '../../src/services/ports';
import { createSigner } from '../../src/services/signing/signer';
import { fakeOfferVersions } from '../fakes/fake-offer-versions';
import { fakePackages } from '../fakes/fake-packages';
import { fakeReplicas } from '../fakes/fake-replicas';
import { fakePublicationRecords } from '../fakes/fake-publication-record';
import { frozenVersion } from '../support/listed-offer';
import { newSigningKey } from '../support/signing-key';
import { productPage, signedPackage } from '../support/signed-package';

const signer = createSigner({ privateKeyPem: newSigningKey(), retired: {} });

describe('openPreview', () => {
  it('shows the package in the preview slot, and links to it without a token', async () => {
    const { preview, offers, packageDigest } = setting();

    const { links } = await preview('pub-1');

    expect(links).toEqual([
      { text: 'Contoso Linux', uri: 'https://market.example/preview/contoso/linux-vm' },
    ]);
    expect(await offers.slots({ publisherId: 'contoso', offerId: 'linux-vm' })).toMatchObject([
      { slot: 'Preview', offerVersion: 1, packageDigest, publicationId: 'pub-1' },
    ]);
  });

  it('changes nothing when it is tried again', async () => {
    const { preview, offers } = setting();

    expect(await preview('pub-1')).toEqual(await preview('pub-1'));
    expect(offers.changes).toEqual(['Preview']);
  });

  it.each(forgeries())('shows nobody %s', async (_name, type, forge) => {
    const { preview, offers } = setting(forge);

    await expect(preview('pub-1')).rejects.toMatchObject({ nonRetryable: true, type });
    expect(offers.changes).toEqual([]);
  });
});

describe('goLiveNow', () => {
  it('makes production exactly what the preview shows, with one link per storefront', async () => {
    const { preview, goLive, offers, packageDigest } = setting();
    await preview('pub-1');

    const { links } = await goLive('pub-1');

    expect(links).toEqual([
      { text: 'Azure Marketplace', uri: 'https://market.example/marketplace/contoso/linux-vm' },
      { text: 'Azure portal', uri: 'https://market.example/portal-gallery/contoso/linux-vm' },
    ]);
    const slots = await offers.slots({ publisherId: 'contoso', offerId: 'linux-vm' });
    expect(slots.find(({ slot }) => slot === 'Production')).toMatchObject({ packageDigest });
  });

  it('flips once, however often it is tried', async () => {
    const { preview, goLive, offers } = setting();
    await preview('pub-1');

    expect(await goLive('pub-1')).toEqual(await goLive('pub-1'));
    expect(offers.changes).toEqual(['Preview', 'Production']);
  });

  it('leaves production alone when the preview is of another publication', async () => {
    const { preview, goLive, offers } = setting();
    await preview('pub-2');

    await expect(goLive('pub-1')).rejects.toMatchObject({
      nonRetryable: true,
      type: 'ProductionFlipError',
    });
    expect(offers.changes).toEqual(['Preview']);
  });

  it('leaves production alone when this publication has let its disks go', async () => {
    const { preview, goLive, offers, replicas } = setting();
    await preview('pub-1');
    await replicas.release('pub-1');

    await expect(goLive('pub-1')).rejects.toMatchObject({ nonRetryable: true, type: 'ReplicaMissing' });
    expect(offers.changes).toEqual(['Preview']);
  });

  it('is tried again when the catalogue cannot be reached', async () => {
    const { preview, goLive, offers } = setting();
    await preview('pub-1');
    offers.failNext(new Error('connection refused'));

    const error = await goLive('pub-1').catch((cause: unknown) => cause);

    expect(error).toMatchObject({ message: 'connection refused' });
    expect(error).not.toHaveProperty('nonRetryable');
    expect((await goLive('pub-1')).links).toHaveLength(2);
  });

  it('uses the storefronts that the run began with', async () => {
    const { preview, goLive, publications } = setting();
    const record = fakePublicationRecords({ 'pub-1': { startedAt: '2026-03-01T12:00:00.000Z' } }).records.get(
      'pub-1',
    )!;
    const pipeline = {
      steps: [],
      cancelPolicy: 'never' as const,
      storefronts: ['appSource' as const],
      votes: 1,
      patience: { signOffReminderEveryMs: 1, addressReminderEveryMs: 1, addressWithinMs: 1 },
    };
    publications.records.set('pub-1', { ...record, status: { ...record.status, pipeline } });
    await preview('pub-1');

    expect((await goLive('pub-1')).links).toEqual([
      { text: 'AppSource', uri: 'https://market.example/appsource/contoso/linux-vm' },
    ]);
  });

  it.each(forgeries())('never puts %s into production', async (_name, type, forge) => {
    const { preview, goLive, offers, packages, packageDigest } = setting();
    await preview('pub-1');
    const forged = forge(packages.records.get(packageDigest)!);
    if (forged) packages.records.set(packageDigest, forged);
    else packages.records.delete(packageDigest);

    await expect(goLive('pub-1')).rejects.toMatchObject({ nonRetryable: true, type });
    expect(offers.changes).toEqual(['Preview']);
  });
});

type Links = { readonly links: readonly Link[] };
type Forge = (record: PackageRecord) => PackageRecord | undefined;

function forgeries(): readonly [string, string, Forge][] {
  const stranger = createSigner({ privateKeyPem: newSigningKey(), retired: {} });
  return [
    ['a package that is not there', 'PackageMissing', () => undefined],
    [
      'a changed page',
      'PackageChanged',
      (record) => ({ ...record, page: productPage({ title: 'Another' }) }),
    ],
    [
      'a changed manifest',
      'PackageChanged',
      (record) => ({ ...record, manifest: { ...record.manifest, artefacts: [] } }),
    ],
    [
      'a changed manifest that a stranger signed',
      'PackageChanged',
      (record) => ({ ...signedPackage(stranger), packageDigest: record.packageDigest }),
    ],
    [
      'another package under its name',
      'PackageChanged',
      (record) => ({
        ...signedPackage(signer, productPage({ title: 'Another' })),
        packageDigest: record.packageDigest,
      }),
    ],
  ];
}

function setting(forge: Forge = (record) => record) {
  const record = signedPackage(signer);
  const { packageDigest } = record;
  const packages = fakePackages();
  const stored = forge(record);
  if (stored) packages.records.set(packageDigest, stored);
  const offers = fakeOfferVersions(frozenVersion());
  const publications = fakePublicationRecords({});
  const replicas = fakeReplicas();
  for (const { digest } of record.manifest.artefacts)
    for (const region of record.manifest.regions) {
      const verified = { state: 'verified' as const, attempt: 1, journal: [], verifiedAt: null };
      replicas.put({ digest, region, ...verified }, ['pub-1', 'pub-2']);
    }
  const roles = {
    offers,
    packages,
    publications,
    replicas,
    digests,
    signer,
    publicUrl: 'https://market.example',
  };
  const { openPreview } = openPreviewActivities(roles);
  const { goLiveNow } = goLiveNowActivities(roles);
  const input = (publicationId: string) => ({
    publicationId,
    publisherId: 'contoso',
    offerId: 'linux-vm',
    offerVersion: 1,
    packageDigest,
  });
  return {
    offers,
    packages,
    packageDigest,
    publications,
    replicas,
    preview: (publicationId: string): Promise<Links> =>
      new MockActivityEnvironment().run(openPreview, input(publicationId)),
    goLive: (publicationId: string): Promise<Links> =>
      new MockActivityEnvironment().run(goLiveNow, input(publicationId)),
  };
}
