import type { OfferKey } from '../../domain/offer/ids';
import type { LiveCheck, LiveCheckItem } from '../../domain/product-page/live-check';
import type { CertifiedArtefact, Manifest } from '../../domain/product-page/product-page';
import { verifyPackage } from '../../domain/product-page/verify-package';
import type { BlobStore, Digests, LiveChecker, Offers, PackageRecord, Packages, Signer } from '../ports';
import { blobCheck } from './blob-check';

export type LiveCheckDeps = {
  readonly offers: Pick<Offers, 'slots'>;
  readonly packages: Pick<Packages, 'find'>;
  readonly signer: Pick<Signer, 'verify'>;
  readonly digests: Digests;
  readonly staging: BlobStore;
  readonly regions: readonly BlobStore[];
};

export function createLiveChecker(deps: LiveCheckDeps): LiveChecker {
  return { check: (offer, signal) => checkLive(deps, offer, signal) };
}

/** Reads everything that is live again - page, manifest, pictures, every replica - and compares it with what was signed. */
export async function checkLive(
  deps: LiveCheckDeps,
  offer: OfferKey,
  signal?: AbortSignal,
): Promise<LiveCheck> {
  const production = (await deps.offers.slots(offer)).find(({ slot }) => slot === 'Production');
  if (production === undefined) return result(offer, null, [absent('production', 'a live version')]);
  const { offerVersion, packageDigest } = production;
  const content = await deps.packages.find(packageDigest);
  const items =
    content === undefined
      ? [absent('manifest', packageDigest)]
      : [
          ...verifyPackage(content, proofs(deps)),
          belongsTo(offer, content),
          ...(await pictures(deps, content.manifest, signal)),
          ...(await packages(deps, content.manifest, signal)),
          ...(await replicas(deps, content.manifest, signal)),
        ];
  return result(offer, { offerVersion, packageDigest }, items);
}

function result(
  { publisherId, offerId }: OfferKey,
  live: { readonly offerVersion: number; readonly packageDigest: string } | null,
  items: readonly LiveCheckItem[],
): LiveCheck {
  const { offerVersion, packageDigest } = live ?? { offerVersion: null, packageDigest: null };
  return { publisherId, offerId, offerVersion, packageDigest, ok: items.every(({ ok }) => ok), items };
}

function absent(name: LiveCheckItem['name'], expected: string): LiveCheckItem {
  return { name, subject: expected, ok: false, expected, actual: 'missing' };
}

function proofs({ digests, signer }: LiveCheckDeps): Parameters<typeof verifyPackage>[1] {
  return {
    sha256: (text) => {
      const hash = digests.sha256();
      hash.update(Buffer.from(text));
      return hash.digest();
    },
    isSigned: (text, signature) => signer.verify(Buffer.from(text), signature),
  };
}

/** A genuine package in the wrong place is as wrong as a forged one. */
function belongsTo(offer: OfferKey, { manifest, page, packageDigest }: PackageRecord): LiveCheckItem {
  const expected = `${offer.publisherId}/${offer.offerId}`;
  const actual = [manifest, page].map(({ publisherId, offerId }) => `${publisherId}/${offerId}`);
  const wrong = actual.find((name) => name !== expected);
  return {
    name: 'production',
    subject: packageDigest,
    ok: wrong === undefined,
    expected,
    actual: wrong ?? expected,
  };
}

function pictures(
  { staging, digests }: LiveCheckDeps,
  { images }: Manifest,
  signal: AbortSignal | undefined,
): Promise<readonly LiveCheckItem[]> {
  return inTurn(images, async ({ digest }) => ({
    name: 'image',
    subject: digest,
    ...(await blobCheck(staging, digests, { digest, medium: 'blockBlob', signal })),
  }));
}

/** Packages are handed out from staging. */
function packages(
  { staging, digests }: LiveCheckDeps,
  { artefacts }: Manifest,
  signal: AbortSignal | undefined,
): Promise<readonly LiveCheckItem[]> {
  return inTurn(artefacts.filter(isPackage), async ({ digest }) => ({
    name: 'package',
    subject: digest,
    ...(await blobCheck(staging, digests, { digest, medium: 'blockBlob', signal })),
  }));
}

const isPackage = ({ files }: CertifiedArtefact): boolean => files !== undefined;

/** Regions side by side, the disks of each one after the other. */
async function replicas(
  { regions, digests }: LiveCheckDeps,
  manifest: Manifest,
  signal: AbortSignal | undefined,
): Promise<readonly LiveCheckItem[]> {
  const disks = manifest.artefacts.filter((artefact) => !isPackage(artefact));
  const checks = await Promise.all(
    manifest.regions.map((region) =>
      inTurn(disks, async ({ digest }): Promise<LiveCheckItem> => {
        const store = regions.find(({ name }) => name === region);
        const subject = { name: 'replica' as const, subject: digest, region };
        if (store === undefined) {
          return { ...subject, ok: false, expected: digest, actual: 'the region is not configured' };
        }
        return { ...subject, ...(await blobCheck(store, digests, { digest, medium: 'pageBlob', signal })) };
      }),
    ),
  );
  return checks.flat();
}

async function inTurn<T>(
  entries: readonly T[],
  check: (entry: T) => Promise<LiveCheckItem>,
): Promise<readonly LiveCheckItem[]> {
  const items: LiveCheckItem[] = [];
  for (const entry of entries) items.push(await check(entry));
  return items;
}
