/**
 * Orders versions as dpkg does (Debian policy 5.6.12): epoch, then upstream version and revision; `~` comes before
 * everything, letters before other signs, digits count as numbers. Right for kernel releases too. Negative: `one` is older.
 */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [partsOf(one), partsOf(other)];
  return (
    first.epoch - second.epoch ||
    compareParts(first.upstream, second.upstream) ||
    compareParts(first.revision, second.revision)
  );
}

type Parts = { readonly epoch: number; readonly upstream: string; readonly revision: string };

function partsOf(version: string): Parts {
  const colon = version.indexOf(':');
  const rest = version.slice(colon + 1);
  const dash = rest.lastIndexOf('-');
  return {
    epoch: colon < 0 ? 0 : Number(version.slice(0, colon)) || 0,
    upstream: dash < 0 ? rest : rest.slice(0, dash),
    revision: dash < 0 ? '' : rest.slice(dash + 1),
  };
}

/** Runs of other signs and runs of digits take turns, beginning with other signs. */
function compareParts(one: string, other: string): number {
  const [first, second] = [runsOf(one), runsOf(other)];
  for (let run = 0; run < Math.max(first.length, second.length); run++) {
    const [a = '', b = ''] = [first[run], second[run]];
    const order = run % 2 === 0 ? compareSigns(a, b) : compareNumbers(a, b);
    if (order !== 0) return order;
  }
  return 0;
}

function runsOf(text: string): readonly string[] {
  return text.split(/(\d+)/);
}

function compareSigns(one: string, other: string): number {
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const order = weightOf(one[at]) - weightOf(other[at]);
    if (order !== 0) return order;
  }
  return 0;
}

/** The end comes after `~` and before all else. */
function weightOf(sign: string | undefined): number {
  if (sign === undefined) return 0;
  if (sign === '~') return -1;
  return /[A-Za-z]/.test(sign) ? sign.charCodeAt(0) : sign.charCodeAt(0) + 256;
}

/** By length first: versions hold numbers that are dates, and longer ones. */
function compareNumbers(one: string, other: string): number {
  const [a, b] = [one.replace(/^0+/, ''), other.replace(/^0+/, '')];
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
