import { cancellationSignal } from '@temporalio/activity';
import type { Finding } from '../domain/certification/finding';
import { pictureRules } from '../domain/certification/rules/listing/table';
import { runRules } from '../domain/certification/run-rules';
import type { OfferImage } from '../domain/offer/model';
import { imageSizeOf } from '../domain/product-page/image-sizes';
import { pictureUnavailable, pictureUnusable } from '../domain/product-page/package-findings';
import type { PageImage } from '../domain/product-page/product-page';
import type { Artefacts, BlobStore, Pictures } from '../services/ports';
import { beating } from './beating';
import { type HashRole, sha256Of } from './sha256-of';

export type ImageRoles = HashRole & {
  readonly pictures: Pictures;
  readonly staging: Pick<BlobStore, 'exists' | 'writeBlock'>;
  readonly artefacts: Pick<Artefacts, 'save'>;
};

export type PageImages = {
  readonly images: readonly (PageImage & { readonly bytes: number })[];
  readonly findings: readonly Finding[];
};

/** Brings every picture of the listing into staging, one after the other, and collects all that is wrong. */
export async function pageImages(roles: ImageRoles, listing: readonly OfferImage[]): Promise<PageImages> {
  const images: PageImages['images'][number][] = [];
  const findings: Finding[] = [];
  for (const image of listing) {
    const made = await beating(`picture ${image.role}`, () => pageImage(roles, image));
    images.push(...made.images);
    findings.push(...made.findings);
  }
  return { images, findings };
}

async function pageImage(roles: ImageRoles, image: OfferImage): Promise<PageImages> {
  const size = imageSizeOf(image.role);
  const answer = await roles.pictures.load(image.url, size, cancellationSignal());
  switch (answer.kind) {
    case 'unavailable':
      return { images: [], findings: [pictureUnavailable(image, answer.detail)] };
    case 'unusable':
      return { images: [], findings: [pictureUnusable(image, answer.detail)] };
    case 'loaded':
      return {
        images: [{ role: image.role, ...size, ...(await keep(roles, answer.png)) }],
        findings: runRules({ pictures: [{ ...image, picture: answer.original }] }, pictureRules),
      };
  }
}

async function keep(
  { staging, artefacts, digests }: ImageRoles,
  png: Buffer,
): Promise<{ readonly digest: string; readonly bytes: number }> {
  const digest = sha256Of(digests, png);
  const contentType = 'image/png';
  // First, because it waits for whoever drops these very bytes as idle, and tells others that they are in use.
  await artefacts.save({
    digest,
    bytes: png.length,
    medium: 'blockBlob',
    contentType,
    ranges: [],
    facts: {},
  });
  if ((await staging.exists(digest)) === undefined) await staging.writeBlock(digest, png, contentType);
  return { digest, bytes: png.length };
}
