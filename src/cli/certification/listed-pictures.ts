import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { ListedPicture } from '../../domain/certification/listing/picture-facts';
import { type PicturePlace, picturePlaces } from '../../domain/certification/listing/picture-places';
import type { OfferDocument } from '../../domain/offer/document';
import { uploadLimits } from '../../domain/offer/upload-file';
import { readPicture } from '../../inspection/picture/read-picture';
import { callAddress } from '../../inspection/web/call-address';
import { isRecord } from '../api/read-error';

type Search = { readonly folder: string; readonly isOnline: boolean };

/** The pictures of a document that lie in a folder under the last part of their address, else, online, there. */
export async function listedPictures(
  document: OfferDocument,
  search: Search,
): Promise<readonly ListedPicture[]> {
  const found = await Promise.all(picturePlaces(document).map(async (place) => pictureOf(place, search)));
  return found.flat();
}

async function pictureOf(
  { role, pointer, url }: PicturePlace,
  { folder, isOnline }: Search,
): Promise<readonly ListedPicture[]> {
  const name = fileNameIn(url);
  const onDisk = name === undefined ? undefined : await contentOf(join(folder, name));
  const bytes = onDisk ?? (isOnline ? await fetched(url) : undefined);
  return bytes === undefined ? [] : [{ role, pointer, picture: readPicture(bytes) }];
}

/** What cannot be had is not judged here: publishing says so. */
async function fetched(url: string): Promise<Uint8Array | undefined> {
  const { answer, content } = await callAddress(url, { most: uploadLimits.logo });
  return answer.kind === 'answered' && answer.status === 200 ? content : undefined;
}

/** Never a way into another folder. */
function fileNameIn(url: string): string | undefined {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  return /^[\w][\w. -]{0,200}$/.test(last) ? last : undefined;
}

/** As much as may be uploaded; a longer file is cut off there, and is found to be. */
async function contentOf(path: string): Promise<Buffer | undefined> {
  let file;
  try {
    file = await open(path);
    const stat = await file.stat();
    if (!stat.isFile()) return undefined;
    const content = Buffer.alloc(Math.min(stat.size, uploadLimits.logo));
    const { bytesRead } = await file.read(content, 0, content.length, 0);
    return content.subarray(0, bytesRead);
  } catch (error) {
    if (isRecord(error) && error['code'] === 'ENOENT') return undefined;
    throw error;
  } finally {
    await file?.close();
  }
}
