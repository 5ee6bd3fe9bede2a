import { createHash } from 'node:crypto';
import { faultOfLength, pictureTypeOf, storedName, uploadLimits } from '../../domain/offer/upload-file';
import type { Upload } from '../ports';
import { type Receive, UploadRefusal } from './receiving';

/** Small enough to be looked at whole. What it really shows is found out when it is packaged. */
export const receiveLogo: Receive = async ({ container: { store }, upload }) => {
  const content = await wholeContent(upload);
  const fault = faultOfLength('logo', content.length, upload.bytes);
  if (fault !== undefined) throw new UploadRefusal(fault);
  const type = pictureTypeOf(content);
  if (type === undefined) throw new UploadRefusal('notPicture');
  const digest = createHash('sha256').update(content).digest('hex');
  const name = storedName(upload.name, digest);
  // The same picture again keeps its blob as it is, and with it the ETag.
  if ((await store.exists(name)) === undefined) await store.writeBlock(name, content, type);
  return { digest, bytes: content.length };
};

async function wholeContent({ content }: Upload): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of content) {
    bytes += piece.length;
    if (bytes > uploadLimits.logo) throw new UploadRefusal('tooLarge');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
