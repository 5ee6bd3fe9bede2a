import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** The list of packages that make.sh made with RPM's own tools. */
export function rpmDatabase(): Buffer {
  return brotliDecompressSync(readFileSync(join(__dirname, 'rpmdb.sqlite.br')));
}
