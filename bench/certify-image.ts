import { execFile, spawn } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { exitCodes } from '../src/cli/exit-codes';
import { writeSampleDisk } from '../src/local/sample/disk';
import { blobWithSas } from './blob-with-sas';
import { type Bench, type Figures, median } from './figures';
import { onFreshStorage } from './fresh-storage';

const root = join(__dirname, '..');
const rounds = 3;
const run = promisify(execFile);

export const certifyImage: Bench = {
  summary:
    'offer certify image of the sample disk, from a file and over a SAS URL: memory, bytes read beyond the hash pass',
  bars: [
    { key: 'builtPeakMegabytes', atMost: 120 },
    { key: 'sasPeakMegabytes', atMost: 120 },
    { key: 'sasFullPeakMegabytes', atMost: 120 },
    { key: 'sasBeyondHashPercent', atMost: 1 },
  ],
  run: measured,
};

async function measured(): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-certify-image-'));
  try {
    const disk = join(folder, 'sample.vhd');
    await writeSampleDisk(disk);
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    const built = join(folder, 'dist');
    await run(process.execPath, [join(root, 'deploy/build.mjs'), built]);
    const witness = join(folder, 'witness.cjs');
    await writeFile(witness, tellingStatus);
    const program = join(built, 'cli/main.js');
    const ofFile = await certified([program], disk, witness);
    const ofSas = await overSas(disk, (url) => certified([program], url, witness));
    const full = join(folder, 'full.vhd');
    await writeFullDisk(full);
    const ofFullSas = await overSas(full, (url) => certified([program], url, witness));
    const ofFarSas = await overSas(full, (url) => certified([program], url, witness), farMs);
    const sources = [join(root, 'offer.mjs')];
    const { size } = await stat(disk);
    return {
      imageMegabytes: size / 1e6,
      builtPeakMegabytes: ofFile.peakMegabytes,
      fromSourcesPeakMegabytes: (await certified(sources, disk, witness)).peakMegabytes,
      sasPeakMegabytes: ofSas.peakMegabytes,
      sasFullPeakMegabytes: ofFullSas.peakMegabytes,
      sasFarPeakMegabytes: ofFarSas.peakMegabytes,
      sasFarSeconds: ofFarSas.seconds,
      sasRatioFarToNear: ofFarSas.seconds / ofFullSas.seconds,
      sasBeyondHashKilobytes: ofSas.beyondHashBytes / 1e3,
      sasBeyondHashPercent: (100 * ofSas.beyondHashBytes) / size,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the kernel knows of the process, threads and all, once it has done everything. */
const tellingStatus = `const fs = require('node:fs');
process.on('exit', () => fs.writeFileSync(\`\${__filename}.status\`, fs.readFileSync('/proc/self/status')));
`;

type Certified = {
  readonly peakMegabytes: number;
  readonly beyondHashBytes: number;
  readonly seconds: number;
};

async function certified(program: readonly string[], image: string, witness: string): Promise<Certified> {
  const runs: Certified[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const argv = ['--require', witness, ...program, 'certify', 'image', image, '--os', 'linux', '--json'];
    const began = performance.now();
    const { beyondHash } = JSON.parse(await answerOf(argv)) as Answer;
    const seconds = (performance.now() - began) / 1000;
    const status = await readFile(`${witness}.status`, 'utf8');
    runs.push({
      peakMegabytes: Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1024,
      beyondHashBytes: beyondHash.bytes,
      seconds,
    });
  }
  return {
    peakMegabytes: median(runs.map(({ peakMegabytes }) => peakMegabytes)),
    beyondHashBytes: median(runs.map(({ beyondHashBytes }) => beyondHashBytes)),
    seconds: median(runs.map(({ seconds }) => seconds)),
  };
}

type Answer = { readonly beyondHash: { readonly bytes: number } };

/** Also of a disk that does not pass, which is told by the exit code. */
async function answerOf(argv: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, argv, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (code === 0 || code === exitCodes.certification) return said;
  throw new Error(`offer certify image ended with ${String(code)}.`);
}

/** Between continents, there and back. */
const farMs = 50;

async function overSas(
  path: string,
  certify: (url: string) => Promise<Certified>,
  lateMs = 0,
): Promise<Certified> {
  return onFreshStorage(async (place) => certify(await blobWithSas(path, place)), lateMs);
}

const fullBytes = 512 * 1024 * 1024;

/** Not one page of it is zero, so that every byte of it is fetched. */
async function writeFullDisk(path: string): Promise<void> {
  const pieces = function* (): Generator<Buffer> {
    const piece = randomFillSync(Buffer.alloc(4 * 1024 * 1024));
    for (let written = 0; written < fullBytes; written += piece.length) yield piece;
    yield randomFillSync(Buffer.alloc(512));
  };
  await writeFile(path, pieces());
}
