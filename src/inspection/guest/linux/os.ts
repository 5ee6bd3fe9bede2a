import type { LinuxGuest } from '../../../domain/certification/guest-facts-schema';
import { type GuestFiles, linesOf } from '../guest-files';

const mostCharacters = 100;

/** os-release (freedesktop.org), from where the guest has it. */
export async function gatherOs(files: GuestFiles): Promise<LinuxGuest['os']> {
  for (const path of ['/etc/os-release', '/usr/lib/os-release']) {
    const lines = await linesOf(files, path);
    if (lines.length === 0) continue;
    const values = new Map(lines.flatMap(pairOf));
    const value = (name: string): string => (values.get(name) ?? '').slice(0, mostCharacters);
    return {
      id: value('ID').toLowerCase(),
      versionId: value('VERSION_ID'),
      name: value('PRETTY_NAME') || value('NAME'),
    };
  }
  return null;
}

function pairOf(line: string): readonly (readonly [name: string, value: string])[] {
  const [, name, value] = /^([A-Z][A-Z0-9_]*)=(.*)$/.exec(line.trim()) ?? [];
  return name === undefined || value === undefined ? [] : [[name, value.replace(/^(["'])(.*)\1$/, '$2')]];
}
