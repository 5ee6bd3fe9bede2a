import { createReadStream, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { plainUploadName } from '../../domain/offer/upload-file';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { filesBelow } from './folder-files';
import { zipOf } from './zip';

export type SourceFile = {
  readonly name: string;
  readonly bytes: number;
  /** From its beginning, a block at a time. */
  readonly blocks: () => AsyncIterable<Buffer>;
};

/** Large enough that reading costs nothing beside sending, small enough that memory does not notice. */
const blockBytes = 1024 * 1024;

/** A package may be given as the folder that goes into it. */
export function sourcePackage(folder: string, file: string): SourceFile {
  const path = resolve(folder, file);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return sourceFile(folder, file);
  const zip = zipOf(filesBelow(path));
  return {
    name: `${plainUploadName(basename(path))}.zip`,
    bytes: zip.length,
    blocks: () => Readable.from(inBlocks(zip)),
  };
}

function* inBlocks(content: Buffer): Generator<Buffer> {
  for (let from = 0; from < content.length; from += blockBytes) {
    yield content.subarray(from, from + blockBytes);
  }
}

export function sourceFile(folder: string, file: string): SourceFile {
  const path = resolve(folder, file);
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined) throw new CliFailure(exitCodes.usage, `There is no file ${path}.`);
  if (!facts.isFile()) throw new CliFailure(exitCodes.usage, `${path} is not a file.`);
  return {
    name: basename(path),
    bytes: facts.size,
    blocks: () => createReadStream(path, { highWaterMark: blockBytes, end: Math.max(facts.size - 1, 0) }),
  };
}
