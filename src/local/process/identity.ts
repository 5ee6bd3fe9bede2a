import { readFileSync } from 'node:fs';

/** A process for sure: pids are used again, a pid with its start time (clock ticks since boot) and boot is not. */
export type ProcessIdentity = { readonly pid: number; readonly startTicks: string; readonly boot: string };

/** Undefined when nobody has this pid, or only a zombie. */
export function identify(pid: number): ProcessIdentity | undefined {
  try {
    // The name in brackets may hold anything, blanks and brackets too: count from its end.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startTicks] = [fields[0], fields[19]];
    if (startTicks === undefined || state === 'Z') return undefined;
    return { pid, startTicks, boot: readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() };
  } catch {
    return undefined;
  }
}

export function isAlive(recorded: ProcessIdentity): boolean {
  const now = identify(recorded.pid);
  return now !== undefined && now.startTicks === recorded.startTicks && now.boot === recorded.boot;
}

/** Asks, waits, and makes it end; does nothing when the pid belongs to somebody else by now. */
export async function endProcess(recorded: ProcessIdentity, graceMs = 20_000): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!isAlive(recorded)) return;
    process.kill(recorded.pid, signal);
    const deadline = Date.now() + graceMs;
    while (isAlive(recorded) && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
