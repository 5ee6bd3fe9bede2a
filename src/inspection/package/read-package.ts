import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { openPromise } from 'yauzl';
import type { PackageFacts } from '../../domain/certification/package-facts';
import { packageLimits } from '../../domain/certification/package-limits';
import { packageFactsOf } from '../../domain/certification/package-roles';
import { packageFileOf } from './package-file';
import { readFolder } from './read-folder';
import { readZip, zipOptions } from './read-zip';

/** A folder or zip. Throws what the file system says when it cannot be opened. */
export async function readPackage(path: string): Promise<PackageFacts> {
  const found = await stat(path);
  if (found.isDirectory()) return packageFactsOf(await readFolder(path));
  return packageFactsOf(await readZip(async () => openPromise(path, zipOptions), found.size));
}

/** One template, createUiDefinition or parameters file; whatever it is called, it is judged as JSON. */
export async function readSingleFile(path: string): Promise<PackageFacts> {
  const name = basename(path);
  const content = await readAtMost(path, packageLimits.jsonBytes + 1);
  const bytes = content.length;
  const isWhole = bytes <= packageLimits.jsonBytes;
  const file = packageFileOf(`${name}.json`, bytes, {
    head: new Uint8Array(),
    content: isWhole ? content : null,
  });
  return packageFactsOf({
    form: 'file',
    files: [{ ...file, path: name }],
    entries: [{ ...plainEntry, name, bytes, packedBytes: bytes }],
    faults: [],
    archiveBytes: null,
  });
}

/** Pipes and devices say nothing true about their size, and some never end. */
async function readAtMost(path: string, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of createReadStream(path, { end: most - 1 })) {
    const read = Buffer.from(chunk);
    chunks.push(read);
    bytes += read.length;
    if (bytes >= most) break;
  }
  return Buffer.concat(chunks).subarray(0, most);
}

const plainEntry = { kind: 'file', isEncrypted: false, isUtf8: true, method: 0 } as const;
