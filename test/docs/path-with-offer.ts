import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtProgram } from '../support/built-product';
import { emptyFolder } from '../support/run-offer';
import { root } from './documents';

/** PATH of a reader who has put the checkout's `bin` on it. */
export const pathWithBin = `${join(root, 'bin')}:${process.env['PATH'] ?? ''}`;

/** The same with `offer` as it is built: it starts in a third of the time, and documents type it often. */
export async function pathWithOffer(): Promise<string> {
  const folder = emptyFolder();
  const program = await builtProgram('cli/main.js');
  writeFileSync(join(folder, 'offer'), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`, {
    mode: 0o755,
  });
  return `${folder}:${process.env['PATH'] ?? ''}`;
}
