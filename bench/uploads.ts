import { randomFillSync } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findAzcopy } from './azcopy';
import { onFreshStorage } from './fresh-storage';
import { type Bench, type Figures, median } from './figures';
import { type Measured, uploadByAzcopy, uploadByProduct } from './upload-runs';

const mebibyte = 1024 * 1024;
const rounds = 3;

type Image = { readonly name: 'full' | 'sparse'; readonly bytes: number; readonly dataBytes: number };

/** One without zeros, and one whose data lies in runs of 64 KiB all over it. */
const images: readonly Image[] = [
  { name: 'full', bytes: 512 * mebibyte, dataBytes: 512 * mebibyte },
  { name: 'sparse', bytes: 1024 * mebibyte, dataBytes: 64 * mebibyte },
];

export const uploads: Bench = {
  summary: 'an image from a file to storage, against azcopy by turns: time, memory, bytes on the wire',
  bars: [
    { key: 'fullRatioToAzcopy', atMost: 0.6 },
    { key: 'fullRatioMemoryToAzcopy', atMost: 0.35 },
    { key: 'sparseWireToData', atMost: 1.03 },
  ],
  run: measure,
};

async function measure(): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-uploads-'));
  const azcopy = await findAzcopy(folder);
  try {
    let figures: Figures = {};
    for (const image of images) {
      const path = join(folder, `${image.name}.vhd`);
      await writeImage(path, image);
      figures = { ...figures, ...(await compare(image, path, { azcopy, folder })) };
      await rm(path);
    }
    return figures;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function compare(
  { name, dataBytes }: Image,
  path: string,
  { azcopy, folder }: { readonly azcopy: string; readonly folder: string },
): Promise<Figures> {
  const ours: Measured[] = [];
  const theirs: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await onFreshStorage((place) => uploadByProduct(path, place)));
    theirs.push(await onFreshStorage((place) => uploadByAzcopy(path, { ...place, azcopy, folder })));
  }
  const ratio = (of: keyof Measured): number =>
    median(ours.map((each) => each[of])) / median(theirs.map((each) => each[of]));
  return {
    [`${name}Seconds`]: median(ours.map(({ seconds }) => seconds)),
    [`${name}AzcopySeconds`]: median(theirs.map(({ seconds }) => seconds)),
    [`${name}RatioToAzcopy`]: ratio('seconds'),
    [`${name}CpuSeconds`]: median(ours.map(({ cpuSeconds }) => cpuSeconds)),
    [`${name}AzcopyCpuSeconds`]: median(theirs.map(({ cpuSeconds }) => cpuSeconds)),
    [`${name}PeakMegabytes`]: median(ours.map(({ megabytes }) => megabytes)),
    [`${name}AzcopyPeakMegabytes`]: median(theirs.map(({ megabytes }) => megabytes)),
    [`${name}RatioMemoryToAzcopy`]: ratio('megabytes'),
    [`${name}WireToData`]: median(ours.map(({ sentBytes }) => sentBytes)) / dataBytes,
    [`${name}AzcopyWireToData`]: median(theirs.map(({ sentBytes }) => sentBytes)) / dataBytes,
  };
}

const runBytes = 64 * 1024;

async function writeImage(path: string, { bytes, dataBytes }: Image): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.truncate(bytes);
    const run = Buffer.allocUnsafe(runBytes);
    const stride = Math.floor(bytes / (dataBytes / runBytes));
    for (let at = 0; at + runBytes <= bytes; at += stride)
      await file.write(randomFillSync(run), 0, runBytes, at);
  } finally {
    await file.close();
  }
}
