import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Of a process's memory, what is resident now or was at most. */
export async function megabytes(pid: number | undefined, key: 'VmRSS' | 'VmHWM'): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]) / 1024;
}

/** Resident memory after the dust has settled. */
export async function settledMegabytes(pid: number | undefined): Promise<number> {
  await pause(5000);
  return megabytes(pid, 'VmRSS');
}
