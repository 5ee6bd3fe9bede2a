import type { GuestFiles } from './guest-files';

/** A guest's files, in which links lead where the guest itself would be led: also through folders and file systems. */
export type FollowedFiles = GuestFiles & {
  /** The path that no link is on; undefined where links lead round in circles, or where it is longer than paths can be. */
  readonly real: (path: string) => Promise<string | undefined>;
};

/** As many as Linux follows for one path, and as long as one may be. */
const mostLinks = 40;
const mostCharacters = 4096;

/** What is remembered of paths, in characters of them. */
const mostRemembered = 4 * 1024 * 1024;

/** `look` and `link` still say what stands at the path itself: only the folders before it are followed. */
export function followLinks(files: GuestFiles): FollowedFiles {
  const known = new Map<string, string | undefined>();
  let remembered = 0;
  const targetAt = async (path: string): Promise<string | undefined> => {
    if (known.has(path)) return known.get(path);
    const target = await files.link(path);
    if ((remembered += path.length) > mostRemembered) {
      known.clear();
      remembered = 0;
    }
    known.set(path, target);
    return target;
  };
  const real = async (path: string): Promise<string | undefined> => {
    if (path.length > mostCharacters) return undefined;
    const done: string[] = [];
    const left = path.split('/').reverse();
    let links = 0;
    for (let name = left.pop(); name !== undefined; name = left.pop()) {
      if (name === '..') done.pop();
      if (name === '' || name === '.' || name === '..') continue;
      const here = `/${[...done, name].join('/')}`;
      if (here.length > mostCharacters) return undefined;
      const target = await targetAt(here);
      if (target === undefined) done.push(name);
      else if ((links += 1) > mostLinks) return undefined;
      else {
        if (target.startsWith('/')) done.length = 0;
        left.push(...target.split('/').reverse());
      }
    }
    return `/${done.join('/')}`;
  };
  const inFolder = async (path: string): Promise<string | undefined> => {
    const end = path.lastIndexOf('/');
    const folder = await real(path.slice(0, end));
    return folder === undefined ? undefined : `${folder === '/' ? '' : folder}${path.slice(end)}`;
  };
  return {
    real,
    look: async (path) => at(await inFolder(path), files.look),
    link: async (path) => at(await inFolder(path), targetAt),
    list: async (path) => (await at(await real(path), files.list)) ?? [],
    read: async (path, most, from) => at(await real(path), (there) => files.read(there, most, from)),
  };
}

async function at<T>(path: string | undefined, ask: (path: string) => Promise<T>): Promise<T | undefined> {
  return path === undefined ? undefined : ask(path);
}
