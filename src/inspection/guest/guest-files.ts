import type { Entry } from './ext-messages';
import { GuestUnreadable } from './guest-unreadable';

/** A guest's files, read-only; paths begin with `/`. Throws `GuestUnreadable` for what is damaged. */
export type GuestFiles = {
  /** What stands at a path itself; links are not followed. */
  readonly look: (path: string) => Promise<Entry | undefined>;
  /** Names in a folder; none when there is no such folder. */
  readonly list: (path: string) => Promise<readonly string[]>;
  /** Of a regular file, or of the one that a link leads to: its bytes from the beginning, or from `from` on. */
  readonly read: (path: string, most?: number, from?: number) => Promise<Buffer | undefined>;
  /** Where a symbolic link points, as it is written there; undefined for anything else. */
  readonly link: (path: string) => Promise<string | undefined>;
};

/** The largest text that is read whole. */
export const textBytes = 6 * 1024 * 1024;

/** Throws `GuestUnreadable` for a longer one: what stands beyond the limit would be judged by nobody. */
export async function textOf(files: GuestFiles, path: string): Promise<string | undefined> {
  const content = await files.read(path, textBytes);
  if (content?.length === textBytes) throw new GuestUnreadable('tooMuch', path);
  return content?.toString('utf8');
}

export async function linesOf(files: GuestFiles, path: string): Promise<readonly string[]> {
  return (await textOf(files, path))?.split(/\r?\n/) ?? [];
}
