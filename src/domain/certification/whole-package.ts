import type { PackageFacts } from './package-facts';

/** Whether everything that belongs to a package was there to be seen: a single file is none, nor a zip nobody can read. */
export function isWholePackage({ form, faults }: PackageFacts): boolean {
  return form !== 'file' && !faults.some(({ kind }) => kind === 'unreadable');
}
