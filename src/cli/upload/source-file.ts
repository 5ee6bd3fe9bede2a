import { createReadStream, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';

export type SourceFile = {
  readonly name: string;
  readonly bytes: number;
  /** From its beginning, a block at a time. */
  readonly blocks: () => AsyncIterable<Buffer>;
};

/** Large enough that reading costs nothing beside sending, small enough that memory does not notice. */
const blockBytes = 1024 * 1024;

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
