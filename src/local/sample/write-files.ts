/**
 * Writes what a publisher brings to the sample offer, a disk image and pictures that pass certification, to try the
 * commands with: `npm run -s sample -- <folder>`. What it wrote stands on stdout, a path a line.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { drawSampleArtwork } from './artwork';
import { writeSampleDisk } from './disk';

const usage =
  'Usage: npm run -s sample -- <folder>\nWrites a disk image (1 GiB, sparse) and pictures for an offer.\n';

async function writeFiles(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const disk = join(folder, 'contoso-linux.vhd');
  await writeSampleDisk(disk);
  process.stdout.write(`${disk}\n`);
  for (const [name, content] of await drawSampleArtwork()) {
    const picture = join(folder, name);
    await writeFile(picture, content);
    process.stdout.write(`${picture}\n`);
  }
}

const [folder] = process.argv.slice(2);
if (folder === undefined || folder.startsWith('-')) {
  process.stderr.write(usage);
  process.exitCode = folder === '--help' ? 0 : 2;
} else {
  // npm changes into the checkout; the folder is meant from where the person stands.
  void writeFiles(resolve(process.env['INIT_CWD'] ?? '.', folder));
}
