import { randomBytes, createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { openBlobStore } from '../../../src/services/blob-storage/blob-store';
import { ownApi } from '../../support/own-product';
import { testStack } from '../../support/stack';
import { openSystemParts } from '../../support/system-parts';
import { inWorkshop } from '../../support/workshop';

const mebibyte = 1024 * 1024;
const chunk = 4 * mebibyte;
const diskBytes = 1024 * mebibyte;
/** What an upload of any size may take: the chunks under way, what sockets and streams hold, and what is not collected yet. */
const mostMemory = 256 * mebibyte;

it('streams a disk of 1 GiB into the container, and neither holds it nor stores its zeros', async () => {
  await inWorkshop(async (workshop) => {
    const parts = await openSystemParts(workshop, {});
    const { storage } = testStack();
    const account = {
      name: 'publisher',
      url: storage.blobUrl('publisher'),
      credential: { accountName: 'publisher', accountKey: storage.accountKey('publisher') },
    };
    const api = await ownApi(workshop, { ...parts.environment, UPLOADS: JSON.stringify(account) });
    await api.start();
    const url = `${api.url}/api/publishers/large/uploads/disk/large.vhd`;
    // The first one also loads code.
    await upload(url, parts.keys.apiToken, chunk);
    const before = await memoryOf(api.pid());

    const { answer, digest } = await upload(url, parts.keys.apiToken, diskBytes);

    expect(answer).toMatchObject({ digest, bytes: diskBytes });
    expect((await memoryOf(api.pid())) - before).toBeLessThan(mostMemory);
    const stored = await openBlobStore(account, undefined, 'vhds-large').dataRanges(
      `large-${digest.slice(0, 16)}.vhd`,
    );
    expect(stored).toEqual([
      { start: 0, end: chunk },
      { start: diskBytes / 2, end: diskBytes / 2 + chunk },
    ]);
  });
});

/** Data at the start and in the middle, zeros everywhere else. */
async function upload(
  url: string,
  token: string,
  bytes: number,
): Promise<{ readonly answer: unknown; readonly digest: string }> {
  const sending = request(url, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${token}`, 'Content-Length': bytes },
  });
  const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
  const hash = createHash('sha256');
  const [zeros, data] = [Buffer.alloc(chunk), randomBytes(chunk)];
  for (let at = 0; at < bytes; at += chunk) {
    const piece = at === 0 || at === bytes / 2 ? data : zeros;
    hash.update(piece);
    if (!sending.write(piece)) await once(sending, 'drain');
  }
  sending.end();
  const [response] = await answered;
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece as Buffer);
  return { answer: JSON.parse(Buffer.concat(pieces).toString()), digest: hash.digest('hex') };
}

/** Peak since the last look, of the largest process in the API's group. */
async function memoryOf(group: number): Promise<number> {
  const peaks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && groupOf(name) === group)
    .map((pid) => {
      const kibibytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      writeFileSync(`/proc/${pid}/clear_refs`, '5');
      return Number(kibibytes) * 1024;
    });
  return Math.max(...peaks);
}

function groupOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
  } catch {
    return undefined;
  }
}
