/**
 * Ends what its parent leaves behind. The parent writes one JSON object a line to our stdin, `{ "add": pid, "signal": "SIGTERM" }`
 * or `{ "remove": pid }`; when stdin closes - also because the parent was killed with SIGKILL - every process group
 * still on the list gets its signal, and after half a minute SIGKILL. Plain Node: it must start in milliseconds.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const graceMs = 30_000;
const groups = new Map();

// A Ctrl-C in the terminal is for the parent: we outlive it by a moment, to check its work.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const order = JSON.parse(line);
  if (order.add) groups.set(order.add, order.signal);
  if (order.remove) groups.delete(order.remove);
});
lines.on('close', () => void endAll());

async function endAll() {
  for (const [pid, signal] of groups) send(pid, signal);
  const deadline = Date.now() + graceMs;
  while (Date.now() < deadline && [...groups.keys()].some(isRunning)) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  for (const pid of groups.keys()) send(pid, 'SIGKILL');
  process.exit(0);
}

/** A zombie counts as ended: where nobody collects orphans it stays for ever. */
function isRunning(pid) {
  if (!send(pid, 0)) return false;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat[stat.lastIndexOf(')') + 2] !== 'Z';
  } catch {
    return true;
  }
}

/** Signals a whole group; false when nobody of it is left. */
function send(pid, signal) {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}
