import { BlobServiceClient, StorageSharedKeyCredential } from '@azure/storage-blob';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writingSas } from './writing-sas';

export type Measured = {
  readonly seconds: number;
  /** Of a processor: what a busy machine spoils less. */
  readonly cpuSeconds: number;
  readonly megabytes: number;
  readonly sentBytes: number;
};
type Place = { readonly url: string; readonly key: string };

const account = 'publisher';
/** Linux tells processor time in these. */
const ticksASecond = 100;

/** In a process of its own, timed inside it: the API that receives uploads runs already. */
export async function uploadByProduct(path: string, place: Place): Promise<Omit<Measured, 'sentBytes'>> {
  const child = spawn(
    process.execPath,
    ['--require', 'tsx/cjs', join(__dirname, 'upload-process.ts'), path],
    {
      env: {
        ...process.env,
        UPLOADS: JSON.stringify({
          name: account,
          url: place.url,
          credential: { accountName: account, accountKey: place.key },
        }),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  await ended(child, 'The upload');
  return JSON.parse(said) as Omit<Measured, 'sentBytes'>;
}

type WithAzcopy = Place & { readonly azcopy: string; readonly folder: string };

/** The whole process, as people run it. */
export async function uploadByAzcopy(path: string, place: WithAzcopy): Promise<Omit<Measured, 'sentBytes'>> {
  const credential = new StorageSharedKeyCredential(account, place.key);
  await new BlobServiceClient(place.url, credential).getContainerClient('vhds').create();
  const target = `${place.url}/vhds/image.vhd?${writingSas(credential, 'vhds')}`;
  const began = performance.now();
  const child = spawn(
    place.azcopy,
    [
      'copy',
      path,
      target,
      '--from-to=LocalBlob',
      '--blob-type=PageBlob',
      '--block-size-mb=4',
      '--log-level=NONE',
    ],
    {
      env: {
        ...process.env,
        AZCOPY_LOG_LOCATION: place.folder,
        AZCOPY_JOB_PLAN_LOCATION: place.folder,
        AZCOPY_DISABLE_SYSLOG: 'true',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  let used: Usage = { kilobytes: 0, ticks: 0 };
  const watch = setInterval(() => {
    const { kilobytes, ticks } = usageOf(child.pid);
    used = { kilobytes: Math.max(used.kilobytes, kilobytes), ticks: Math.max(used.ticks, ticks) };
  }, 20);
  await ended(child, 'azcopy').finally(() => clearInterval(watch));
  return {
    seconds: (performance.now() - began) / 1000,
    cpuSeconds: used.ticks / ticksASecond,
    megabytes: used.kilobytes / 1024,
  };
}

async function ended(child: ChildProcess, name: string): Promise<void> {
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${name} ended with ${code}.`);
}

type Usage = { readonly kilobytes: number; readonly ticks: number };

/** The system keeps the largest and the sum, so that looking now and then is enough; a process that ends has neither. */
function usageOf(pid: number | undefined): Usage {
  try {
    const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { kilobytes: Number(peak), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return { kilobytes: 0, ticks: 0 };
  }
}
