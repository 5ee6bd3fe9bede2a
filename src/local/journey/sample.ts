import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StorageSharedKeyCredential, BlobServiceClient } from '@azure/storage-blob';
import { bytesText } from '../../domain/text/quantity';
import { accountEndpoint } from '../components/azurite';
import { drawSampleArtwork } from '../sample/artwork';
import { writeSampleDisk } from '../sample/disk';
import { sampleOffer } from '../sample/offer';
import type { Stack } from '../stack';
import type { OfferApi } from './offer-api';
import { publisherSas } from './publisher-sas';
import { uploadDisk } from './upload-disk';
import type { Report, View } from './view';

const account = 'publisher';

/** What a publisher does before publishing: the image and the pictures in their own storage, the offer saved as draft. */
export async function saveSampleDraft(stack: Stack, api: OfferApi, view: View): Promise<void> {
  const key = stack.keys.accountKeys[account] ?? '';
  const credential = new StorageSharedKeyCredential(account, key);
  const storage = new BlobServiceClient(accountEndpoint(stack.ports.blob, account), credential);
  const vhds = storage.getContainerClient('vhds');
  const listing = storage.getContainerClient('listing');
  await Promise.all([vhds.createIfNotExists(), listing.createIfNotExists()]);

  const disk = vhds.getPageBlobClient('contoso-linux.vhd');
  await view.step('Upload the sample image to the publisher account', (report) =>
    makeAndUpload(disk, report),
  );
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
  const picture = (name: string): string => `${listing.url}/${name}?${publisherSas('listing', credential)}`;
  const draft = sampleOffer({
    osVhdUrl: `${disk.url}?${publisherSas('vhds', credential)}`,
    logoUrls: {
      small: picture('small.png'),
      medium: picture('medium.png'),
      large: picture('large.png'),
      wide: picture('wide.png'),
      screenshot: picture('screenshot.png'),
    },
    leadTable: leadTable(stack, key),
  });
  await view.step('Save the offer as draft', () => api.saveDraft(draft));
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
