import type { GuestFiles } from '../../src/inspection/guest/guest-files';

/** A guest of texts by path, with links by path; what leads through a folder's link is not followed. */
export function fakeGuestFiles(
  texts: Readonly<Record<string, string | Buffer>>,
  links: Readonly<Record<string, string>> = {},
): GuestFiles {
  const paths = [...Object.keys(texts), ...Object.keys(links)];
  const content = (path: string): Buffer | undefined => {
    const text = texts[links[path] ?? path];
    return text === undefined ? undefined : Buffer.from(text);
  };
  return {
    async look(path) {
      if (links[path] !== undefined) return { kind: 'link', bytes: links[path].length };
      const found = content(path);
      if (found) return { kind: 'file', bytes: found.length };
      return paths.some((each) => each.startsWith(`${path}/`))
        ? { kind: 'directory', bytes: 4096 }
        : undefined;
    },
    async list(path) {
      const inside = paths.filter((each) => each.startsWith(`${path}/`));
      return [...new Set(inside.map((each) => each.slice(path.length + 1).split('/', 1)[0] ?? ''))];
    },
    read: async (path, most = Infinity, from = 0) => content(path)?.subarray(from, from + most),
    link: async (path) => links[path],
  };
}
