import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Data of other people's making, beside the checkout; see docs/CONFORMANCE.md. */
const folder = join(__dirname, '../../../../shared/conformance/arm-ttk');

export type Entry = {
  readonly test: string;
  /** `pass`: no error, a warning is allowed. */
  readonly outcome: 'pass' | 'fail' | 'warn';
  readonly path: string;
  readonly kind: 'file' | 'folder';
};

/** Every entry there is; none where the data are absent. */
export function conformanceEntries(): readonly Entry[] {
  const manifest = join(folder, 'manifest.json');
  if (!existsSync(manifest)) return [];
  const { entries }: { readonly entries: readonly Entry[] } = JSON.parse(readFileSync(manifest, 'utf8'));
  return entries;
}

/** The command line that judges an entry by the one rule it is about. */
export function commandOf({ kind, path, test }: Entry): readonly string[] {
  const what = kind === 'folder' ? 'package' : 'template';
  return ['certify', what, join(folder, path), '--only', test, '--json'];
}

/** What the rule has to say for an entry of this outcome. */
export const accepted: Readonly<Record<Entry['outcome'], readonly string[]>> = {
  pass: ['pass', 'warn'],
  warn: ['warn'],
  fail: ['fail'],
};
