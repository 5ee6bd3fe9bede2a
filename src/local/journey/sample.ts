import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobServiceClient, type ContainerClient, StorageSharedKeyCredential } from '@azure/storage-blob';
import type { OfferKey } from '../../domain/offer/ids';
import { bytesText } from '../../domain/text/quantity';
import { accountEndpoint } from '../components/azurite';
import { sampleApplication, sampleApplicationKey } from '../sample/application/offer';
import { samplePackage } from '../sample/application/package';
import { drawSampleArtwork } from '../sample/artwork';
import { writeSampleDisk } from '../sample/disk';
import type { MarketplaceParts } from '../sample/marketplace-parts';
import { sampleOffer, sampleOfferKey } from '../sample/offer';
import type { Stack } from '../stack';
import type { OfferApi } from './offer-api';
import { publisherSas } from './publisher-sas';
import { sampleVersion } from './sample-version';
import { uploadDisk } from './upload-disk';
import type { Report, View } from './view';

const account = 'publisher';

/** One offer that can be published to try things out. */
export type Sample = {
  readonly offer: OfferKey;
  /** What a publisher does before publishing: files and pictures in their own storage, the offer saved as draft. */
  readonly saveDraft: (stack: Stack, api: OfferApi, view: View) => Promise<void>;
};

export const sampleMachine: Sample = {
  offer: sampleOfferKey,
  async saveDraft(stack, api, view) {
    const storage = await openStorage(stack, 'vhds');
    const disk = storage.container.getPageBlobClient('contoso-linux.vhd');
    await view.step('Upload the sample image to the publisher account', (report) =>
      makeAndUpload(disk, report),
    );
    const parts = await uploadPictures(stack, storage, view);
    const version = sampleVersion(await api.live(), disk.url);
    const draft = sampleOffer({ osVhdUrl: storage.sasUrl(disk), version, ...parts });
    await view.step('Save the offer as draft', () => api.saveDraft(draft));
  },
};

export const sampleApplicationOffer: Sample = {
  offer: sampleApplicationKey,
  async saveDraft(stack, api, view) {
    const storage = await openStorage(stack, 'packages');
    const content = samplePackage();
    const blob = storage.container.getBlockBlobClient('contoso-web-site-1.0.0.zip');
    await view.step('Upload the sample package to the publisher account', async () => {
      // Uploaded once: its ETag stays, and certification finds it unchanged.
      if (!(await blob.exists())) await blob.uploadData(content);
    });
    const parts = await uploadPictures(stack, storage, view);
    const version = sampleVersion(await api.live(), blob.url);
    const draft = sampleApplication({ packageUrl: storage.sasUrl(blob), version, ...parts });
    await view.step('Save the offer as draft', () => api.saveDraft(draft));
  },
};

type Storage = {
  readonly key: string;
  readonly container: ContainerClient;
  readonly listing: ContainerClient;
  readonly sasUrl: (blob: { readonly url: string; readonly containerName: string }) => string;
};

/** The publisher's own storage account, with a container for technical files and one for pictures. */
async function openStorage(stack: Stack, containerName: string): Promise<Storage> {
  const key = stack.keys.accountKeys[account] ?? '';
  const credential = new StorageSharedKeyCredential(account, key);
  const storage = new BlobServiceClient(accountEndpoint(stack.ports.blob, account), credential);
  const [container, listing] = [containerName, 'listing'].map((name) => storage.getContainerClient(name));
  if (container === undefined || listing === undefined) throw new Error('There are two containers.');
  await Promise.all([container.createIfNotExists(), listing.createIfNotExists()]);
  return {
    key,
    container,
    listing,
    sasUrl: ({ url, containerName: name }) => `${url}?${publisherSas(name, credential)}`,
  };
}

async function uploadPictures(
  stack: Stack,
  { key, listing, sasUrl }: Storage,
  view: View,
): Promise<Pick<MarketplaceParts, 'logoUrls' | 'leadTable'>> {
  await view.step('Upload the pictures', async () => {
    const drawn = [...(await drawSampleArtwork())];
    await Promise.all(
      drawn.map(([name, content]) =>
        listing
          .getBlockBlobClient(name)
          .uploadData(content, { blobHTTPHeaders: { blobContentType: 'image/png' } }),
      ),
    );
  });
  const picture = (name: string): string => sasUrl(listing.getBlobClient(name));
  return {
    logoUrls: {
      small: picture('small.png'),
      medium: picture('medium.png'),
      large: picture('large.png'),
      wide: picture('wide.png'),
      screenshot: picture('screenshot.png'),
    },
    leadTable: leadTable(stack, key),
  };
}

type Disk = Parameters<typeof uploadDisk>[0];

async function makeAndUpload(blob: Disk, report: Report): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sample-disk-'));
  try {
    const path = join(folder, 'disk.vhd');
    const { bytes, ranges } = await writeSampleDisk(path);
    await uploadDisk(blob, { path, bytes, ranges }, (done, total) =>
      report(
        `${bytesText(done, 'en')} of ${bytesText(total, 'en')} of data (a disk of ${bytesText(bytes, 'en')})`,
      ),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const leadTable = ({ ports }: Stack, key: string): string =>
  [
    'DefaultEndpointsProtocol=http',
    `AccountName=${account}`,
    `AccountKey=${key}`,
    `TableEndpoint=${accountEndpoint(ports.table, account)}`,
  ].join(';');
