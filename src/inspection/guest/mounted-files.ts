import type { GuestFiles } from './guest-files';

export type Mount = {
  /** `/` or e.g. `/boot`, without a slash at its end. */
  readonly at: string;
  readonly files: GuestFiles;
};

/** Several file systems as one tree, as the guest mounts them. Links from one into another are not followed. */
export function mountedFiles(root: GuestFiles, others: readonly Mount[]): GuestFiles {
  const deepestFirst = [...others].sort((one, other) => other.at.length - one.at.length);
  const place = (path: string): readonly [files: GuestFiles, path: string] => {
    const mount = deepestFirst.find(({ at }) => path === at || path.startsWith(`${at}/`));
    return mount ? [mount.files, path.slice(mount.at.length) || '/'] : [root, path];
  };
  return {
    async look(path) {
      const [files, inside] = place(path);
      return files.look(inside);
    },
    async list(path) {
      const [files, inside] = place(path);
      return files.list(inside);
    },
    async link(path) {
      const [files, inside] = place(path);
      return files.link(inside);
    },
    async read(path, most, from) {
      const [files, inside] = place(path);
      return files.read(inside, most, from);
    },
  };
}
