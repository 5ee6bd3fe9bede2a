import type { PackageFacts } from './package-facts';

/** The paths of everything but folders, also of what could not be unpacked: only entries name that. */
export function namesIn({ files, entries }: Pick<PackageFacts, 'files' | 'entries'>): readonly string[] {
  const others = entries.filter(({ kind }) => kind !== 'folder');
  return [
    ...new Set([...files.map(({ path }) => path), ...others.map(({ name }) => name.replaceAll('\\', '/'))]),
  ];
}
