import { type GuestFiles, linesOf } from './guest-files';

/** One row of /etc/fstab. */
export type FstabRow = {
  /** A device, `UUID=...`, `LABEL=...` or a file. */
  readonly source: string;
  readonly mountPoint: string;
  readonly type: string;
  readonly line: number;
};

export const fstabPath = '/etc/fstab';

export async function readFstab(files: GuestFiles): Promise<readonly FstabRow[]> {
  return (await linesOf(files, fstabPath)).flatMap((text, index) => {
    const [source, mountPoint, type] = text.trim().split(/\s+/);
    if (!source || !mountPoint || !type || source.startsWith('#')) return [];
    return [{ source: source.replaceAll('"', ''), mountPoint, type, line: index + 1 }];
  });
}
