import { randomBytes, randomUUID } from 'node:crypto';
import { openBlobStore } from '../../../src/services/blob-storage/blob-store';
import { digests } from '../../../src/services/digests';
import { checkLive } from '../../../src/services/live-check/live-check';
import type { BlobStore, PackageRecord } from '../../../src/services/ports';
import { createSigner } from '../../../src/services/signing/signer';
import { fakeOfferVersions } from '../../fakes/fake-offer-versions';
import { fakePackages } from '../../fakes/fake-packages';
import { frozenVersion } from '../../support/listed-offer';
import { productPage, sha256, signedPackage } from '../../support/signed-package';
import { newSigningKey } from '../../support/signing-key';
import { testStack } from '../../support/stack';

const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
const regionNames = ['eastus', 'westeurope'];
const page512 = 512;
const signer = createSigner({ privateKeyPem: newSigningKey(), retired: {} });

describe('check of what is live', () => {
  it('finds everything as it was signed', async () => {
    const { check, disk, picture, packageDigest } = await live();

    const result = await check();

    expect(result).toMatchObject({ ...offer, offerVersion: 1, packageDigest, ok: true });
    expect(
      result.items.map(({ name, region = '', subject }) => [name, region, subject].join(' ')).sort(),
    ).toEqual(
      [
        `image  ${picture}`,
        `manifest  ${packageDigest}`,
        `page  ${result.items.find(({ name }) => name === 'page')!.subject}`,
        `production  ${packageDigest}`,
        `replica eastus ${disk}`,
        `replica westeurope ${disk}`,
        `signature  ${packageDigest}`,
      ].sort(),
    );
  });

  it('finds one flipped byte in one region', async () => {
    const { check, disk, regions } = await live();
    const found = await regions[1]!.read(disk, 0, page512);
    found[17]! ^= 1;
    await regions[1]!.writePages(disk, 0, found);

    const { ok, items } = await check();

    expect(ok).toBe(false);
    expect(items.filter((item) => !item.ok)).toEqual([
      {
        name: 'replica',
        subject: disk,
        region: 'westeurope',
        ok: false,
        expected: disk,
        actual: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('finds a byte where only zeros were', async () => {
    const { check, disk, regions } = await live();
    await regions[0]!.writePages(disk, 8 * page512, Buffer.alloc(page512, 1));

    const { items } = await check();

    expect(items.filter((item) => !item.ok)).toMatchObject([{ name: 'replica', region: 'eastus' }]);
  });

  it('finds a replica and a picture that are gone', async () => {
    const { check, disk, picture, regions, staging } = await live();
    await regions[0]!.delete(disk);
    await staging.delete(picture);

    const { items } = await check();

    expect(items.filter((item) => !item.ok)).toMatchObject([
      { name: 'image', actual: 'missing' },
      { name: 'replica', region: 'eastus', actual: 'missing' },
    ]);
  });

  it('reads packages where they are handed out from: staging', async () => {
    const content = randomBytes(700);
    const digest = sha256(content);
    const { check, staging } = await live(({ page }) =>
      signedPackage(signer, page, {
        regions: [],
        images: [],
        artefacts: [{ digest, bytes: content.length, reportId: 'report-1', files: [] }],
      }),
    );
    const packages = async () => (await check()).items.filter(({ name }) => name === 'package');

    const before = await packages();
    await staging.writeBlock(digest, content, 'application/zip');
    const found = await packages();
    await staging.writeBlock(digest, randomBytes(700), 'application/zip');
    const spoiled = await packages();

    expect(before).toMatchObject([{ subject: digest, ok: false, actual: 'missing' }]);
    expect(found).toMatchObject([{ ok: true }]);
    expect(spoiled).toMatchObject([{ ok: false }]);
  });

  it('finds a picture that was exchanged', async () => {
    const { check, picture, staging } = await live();
    await staging.writeBlock(picture, Buffer.from('another picture'), 'image/png');

    expect((await check()).items.filter((item) => !item.ok)).toMatchObject([
      { name: 'image', subject: picture },
    ]);
  });

  it('finds a region that this system does not know', async () => {
    const { check, regions } = await live();

    const { items } = await check({ regions: regions.slice(1) });

    expect(items.filter((item) => !item.ok)).toMatchObject([
      { name: 'replica', region: 'eastus', actual: 'the region is not configured' },
    ]);
  });

  it('does not call bytes wrong that cannot be read, but is not content either', async () => {
    const { check, regions } = await live();
    const closed = openBlobStore(
      { ...account('eastus'), url: 'http://127.0.0.1:1/eastus' },
      { deadlineMs: 20_000, retryDelayMs: 1 },
    );

    const { ok, items } = await check({ regions: [closed, regions[1]!] });

    expect(ok).toBe(false);
    expect(items.filter((item) => !item.ok)).toMatchObject([
      {
        name: 'replica',
        region: 'eastus',
        actual: expect.stringMatching(/^not readable: Storage account eastus/),
      },
    ]);
  });

  it.each<[string, string, (record: PackageRecord) => PackageRecord]>([
    ['page', 'page', (record) => ({ ...record, page: productPage({ title: 'Another' }) })],
    [
      'manifest',
      'manifest signature',
      (record) => ({ ...record, manifest: { ...record.manifest, images: [] } }),
    ],
    [
      'signature',
      'signature',
      (record) => ({ ...record, signature: { ...record.signature, keyId: 'unknown' } }),
    ],
    ['offer', 'production', (record) => resigned(record, { offerId: 'windows-vm' })],
  ])('finds a changed %s', async (_name, expected, change) => {
    const { check } = await live(change);

    const { ok, items } = await check();

    expect(ok).toBe(false);
    expect(items.flatMap(({ name, ok: isOk }) => (isOk ? [] : [name])).join(' ')).toBe(expected);
  });

  it('says so when nothing is live', async () => {
    const { check } = await live();

    expect(await check({ offers: fakeOfferVersions(frozenVersion()) })).toEqual({
      ...offer,
      offerVersion: null,
      packageDigest: null,
      ok: false,
      items: [
        {
          name: 'production',
          subject: 'a live version',
          ok: false,
          expected: 'a live version',
          actual: 'missing',
        },
      ],
    });
  });
});

/** A live offer with one sparse disk in two regions and one picture, all in real storage. */
async function live(change: (record: PackageRecord) => PackageRecord = (record) => record) {
  const staging = openBlobStore(account('staging'));
  const regions = regionNames.map((name) => openBlobStore(account(name)));
  const disk = await storeDisk(regions);
  const picture = randomBytes(100);
  await staging.writeBlock(sha256(picture), picture, 'image/png');
  const record = change(
    signedPackage(signer, productPage(), {
      regions: regionNames,
      artefacts: [{ digest: disk, bytes: 16 * page512, reportId: 'report-1' }],
      images: [{ digest: sha256(picture), bytes: picture.length }],
    }),
  );
  const { packageDigest } = record;
  const packages = fakePackages();
  packages.records.set(packageDigest, record);
  const offers = fakeOfferVersions(frozenVersion());
  const publicationId = randomUUID();
  await offers.setPreview(offer, { offerVersion: 1, packageDigest, publicationId });
  await offers.flipToProduction(offer, publicationId, packageDigest);
  const deps = { offers, packages, signer, digests, staging, regions };
  return {
    check: (other: Partial<typeof deps> = {}) => checkLive({ ...deps, ...other }, offer),
    disk,
    packageDigest,
    picture: sha256(picture),
    regions,
    staging,
  };
}

/** 16 pages: data in the first two and the last, zeros between. */
async function storeDisk(regions: readonly BlobStore[]): Promise<string> {
  const content = Buffer.concat([randomBytes(2 * page512), Buffer.alloc(13 * page512), randomBytes(page512)]);
  const digest = sha256(content);
  for (const region of regions) {
    await region.createPageBlob(digest, content.length);
    await region.writePages(digest, 0, content.subarray(0, 2 * page512));
    await region.writePages(digest, 15 * page512, content.subarray(15 * page512));
  }
  return digest;
}

function resigned(record: PackageRecord, change: Parameters<typeof productPage>[0]): PackageRecord {
  const { regions, artefacts, images } = record.manifest;
  return signedPackage(signer, productPage(change), { regions, artefacts, images });
}

function account(name: string): Parameters<typeof openBlobStore>[0] {
  const { storage } = testStack();
  return {
    name,
    url: storage.blobUrl(name),
    credential: { accountName: name, accountKey: storage.accountKey(name) },
  };
}
