import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * Those of `ports` on which a process outside this group listens. A server that is still starting answers nothing, so
 * whatever answers in its place would be taken for it.
 */
export function heldByOthers(group: number, ports: readonly number[]): readonly number[] {
  const listening = listeners().filter(({ port }) => ports.includes(port));
  if (listening.length === 0) return [];
  const own = socketsOf(group);
  return [...new Set(listening.filter(({ inode }) => !own.has(inode)).map(({ port }) => port))];
}

type Listener = { readonly port: number; readonly inode: string };

const listenState = '0A';

function listeners(): readonly Listener[] {
  return ['tcp', 'tcp6'].flatMap((protocol) =>
    lines(`/proc/net/${protocol}`).flatMap((line): Listener[] => {
      const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
      if (state !== listenState) return [];
      return [{ port: Number.parseInt(local.slice(local.lastIndexOf(':') + 1), 16), inode }];
    }),
  );
}

/** Inodes of all sockets that the processes of a group hold open. */
function socketsOf(group: number): ReadonlySet<string> {
  const pids = names('/proc').filter((name) => /^\d+$/.test(name) && groupOf(name) === group);
  const open = pids.flatMap((pid) => names(`/proc/${pid}/fd`).map((fd) => target(`/proc/${pid}/fd/${fd}`)));
  return new Set(open.flatMap((name) => /^socket:\[(\d+)\]$/.exec(name)?.[1] ?? []));
}

function groupOf(pid: string): number {
  const stat = lines(`/proc/${pid}/stat`).join('\n');
  // The name in brackets may hold anything, blanks and brackets too: count from its end.
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
}

// Processes and their files go while we look at them: what is gone holds nothing.
const lines = (path: string): readonly string[] => orElse([], () => readFileSync(path, 'utf8').split('\n'));
const names = (folder: string): readonly string[] => orElse([], () => readdirSync(folder));
const target = (link: string): string => orElse('', () => readlinkSync(link));

function orElse<Value>(missing: Value, read: () => Value): Value {
  try {
    return read();
  } catch {
    return missing;
  }
}
