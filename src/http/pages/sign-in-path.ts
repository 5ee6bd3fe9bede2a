/** Where to sign in, to come back to `path` afterwards. */
export const signInPath = (path: string): string =>
  path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`;

/** A path of ours, with its query; anything that could lead a browser elsewhere is the start page. */
export function safePath(path: string | undefined): string {
  return path !== undefined && /^\/[\w.~-]+(\/[\w.~-]+)*(\?[\w.~%=&:+-]*)?$/.test(path) ? path : '/';
}
