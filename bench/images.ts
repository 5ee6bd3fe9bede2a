import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdtemp, open, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectImage } from '../src/inspection/image-inspection';
import { digests } from '../src/services/digests';
import { atSignOff } from '../test/support/course';
import { openRealSystem } from '../test/support/real-system';
import { type Bench, type Figures, median } from './figures';
import { megabytes } from './memory';
import { onWholeSystem } from './whole-system';

const mebibyte = 1024 * 1024;
const fileBytes = 512 * mebibyte;
const pieceBytes = 2 * mebibyte;
const rounds = 5;
const copiedMebibytes = 512;

export const images: Bench = {
  summary:
    'certification scan against a bare SHA-256 loop over the same file; memory of a worker that copies an image',
  bars: [
    { key: 'ratioScanToHash', atLeast: 0.8 },
    { key: 'workerPeakBeyondIdleMegabytes', atMost: 60 },
  ],
  run: async () => ({ ...(await scan()), ...(await memory()) }),
};

/** No piece of the file is zero: whatever is skipped would flatter the scan. */
async function scan(): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-images-'));
  const path = join(folder, 'image');
  const file = await open(path, 'w+');
  try {
    const noise = createCipheriv('aes-256-ctr', randomBytes(32), randomBytes(16));
    for (let at = 0; at < fileBytes; at += pieceBytes)
      await file.write(noise.update(Buffer.alloc(pieceBytes)));
    const rates = { scan: [] as number[], hash: [] as number[] };
    for (let round = -1; round < rounds; round += 1) {
      const hash = await megabytesASecond(file, hashing);
      const scanned = await megabytesASecond(file, scanning);
      if (round < 0) continue;
      rates.hash.push(hash);
      rates.scan.push(scanned);
    }
    const ratios = rates.scan.map((rate, round) => rate / (rates.hash[round] ?? Number.NaN));
    return {
      scanMegabytesASecond: median(rates.scan),
      hashMegabytesASecond: median(rates.hash),
      ratioScanToHash: median(ratios),
    };
  } finally {
    await file.close();
    await rm(folder, { recursive: true });
  }
}

type Pass = () => { readonly take: (piece: Buffer) => void; readonly finish: () => unknown };

const hashing: Pass = () => {
  const hash = createHash('sha256');
  return { take: (piece) => void hash.update(piece), finish: () => hash.digest('hex') };
};

const scanning: Pass = () => {
  const inspection = inspectImage(fileBytes, digests);
  return { take: (piece) => void inspection.data(piece), finish: inspection.finish };
};

async function megabytesASecond(file: FileHandle, pass: Pass): Promise<number> {
  const piece = Buffer.alloc(pieceBytes);
  const began = performance.now();
  const { take, finish } = pass();
  for (let at = 0; at < fileBytes; at += pieceBytes) {
    await file.read(piece, 0, pieceBytes, at);
    take(piece);
  }
  finish();
  return fileBytes / 1e6 / ((performance.now() - began) / 1000);
}

/** A data worker reads an image of 1 GiB from its publisher and copies it to every region. */
const memory = (): Promise<Figures> =>
  onWholeSystem(async (workshop) => {
    const system = await openRealSystem(workshop, { dataMebibytes: copiedMebibytes });
    const [worker] = await Promise.all([system.startWorker('data'), system.startWorker('control')]);
    const idle = await megabytes(worker.pid(), 'VmRSS');
    await writeFile(`/proc/${worker.pid()}/clear_refs`, '5');
    await system.untilLogged(await system.publish(), atSignOff);
    const peak = await megabytes(worker.pid(), 'VmHWM');
    return { workerIdleMegabytes: idle, workerPeakBeyondIdleMegabytes: peak - idle };
  });
