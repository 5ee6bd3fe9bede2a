import type { Setting } from '../../../domain/certification/guest-facts-schema';
import { type GuestFiles, linesOf } from '../guest-files';

const mostCharacters = 2_000;

/**
 * What the kernel is given by the entry that boots unless somebody chooses another: the first of GRUB's menu, else of the
 * boot loader specification's entries; where nothing was generated yet, what the next menu will be made of.
 */
export async function gatherKernelCommand(files: GuestFiles): Promise<Setting | null> {
  return (await fromMenu(files)) ?? (await fromEntries(files)) ?? (await fromDefaults(files)) ?? null;
}

async function fromMenu(files: GuestFiles): Promise<Setting | undefined> {
  for (const file of ['/boot/grub/grub.cfg', '/boot/grub2/grub.cfg', '/boot/grub/menu.lst']) {
    const found = firstMatch(
      await linesOf(files, file),
      /^\s*(?:linux|linux16|linuxefi|kernel)\s+\S+\s*(.*)$/,
    );
    if (found) return settingOf(file, found);
  }
  return undefined;
}

/** Their `options` may stand in for what grubenv keeps. */
async function fromEntries(files: GuestFiles): Promise<Setting | undefined> {
  const folder = '/boot/loader/entries';
  const names = (await files.list(folder)).filter(
    (name) => name.endsWith('.conf') && !name.includes('rescue'),
  );
  const newest = names.toSorted(byNumbers).at(-1);
  if (newest === undefined) return undefined;
  const file = `${folder}/${newest}`;
  const found = firstMatch(await linesOf(files, file), /^options\s+(.*)$/);
  if (!found) return undefined;
  const kept = firstMatch(await linesOf(files, '/boot/grub2/grubenv'), /^kernelopts=(.*)$/);
  return settingOf(file, { ...found, value: found.value.replace('$kernelopts', kept?.value ?? '') });
}

async function fromDefaults(files: GuestFiles): Promise<Setting | undefined> {
  const file = '/etc/default/grub';
  const lines = await linesOf(files, file);
  const found = ['GRUB_CMDLINE_LINUX', 'GRUB_CMDLINE_LINUX_DEFAULT'].flatMap(
    (name) => firstMatch(lines, new RegExp(`^\\s*${name}=(.*)$`)) ?? [],
  );
  const [first] = found;
  if (!first) return undefined;
  const value = found.map((each) => each.value.trim().replace(/^(["'])(.*)\1$/, '$2')).join(' ');
  return settingOf(file, { ...first, value });
}

type Found = { readonly value: string; readonly line: number };

function firstMatch(lines: readonly string[], pattern: RegExp): Found | undefined {
  const index = lines.findIndex((line) => pattern.test(line));
  return index < 0 ? undefined : { value: pattern.exec(lines[index] ?? '')?.[1] ?? '', line: index + 1 };
}

function settingOf(file: string, { value, line }: Found): Setting {
  return { value: value.trim().slice(0, mostCharacters), file, line };
}

/** `5.14.0-70` stands before `5.14.0-427`. */
function byNumbers(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
