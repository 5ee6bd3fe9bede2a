import { createReadStream, readFileSync, statSync } from 'node:fs';
import type { AccountConfig } from '../src/config';
import { scanForData } from '../src/inspection/zero-scan';
import { createUploads } from '../src/services/uploads/uploads';

/** `upload-process.ts FILE`: one upload as the API takes it, then `{ seconds, megabytes }`. */
async function main(path: string): Promise<void> {
  const account = JSON.parse(process.env['UPLOADS'] ?? '') as AccountConfig;
  const uploads = createUploads({ account, clock: () => new Date(), scanForData });
  const began = performance.now();
  const cpu = process.cpuUsage();
  const answer = await uploads.store({
    kind: 'disk',
    name: 'image.vhd',
    publisherId: 'contoso',
    bytes: statSync(path).size,
    content: createReadStream(path),
  });
  if (answer.kind !== 'stored') throw new Error(`The upload was refused: ${answer.fault}`);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const cpuSeconds = (user + system) / 1e6;
  const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  process.stdout.write(JSON.stringify({ seconds, cpuSeconds, megabytes: Number(peak) / 1024 }));
}

void main(process.argv[2] ?? '');
