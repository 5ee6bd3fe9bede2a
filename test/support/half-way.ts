import type { StorageProxy } from '../fakes/storage-proxy';

type Direction = keyof StorageProxy['traffic'];

/** Resolves in the middle of a transfer: when half of so many bytes went through these proxies together. */
export function halfWay(
  proxies: readonly StorageProxy[],
  direction: Direction,
  bytes: number,
): Promise<void> {
  const passed = (): number => proxies.reduce((sum, { traffic }) => sum + traffic[direction], 0);
  return new Promise((resolve) => {
    for (const proxy of proxies) {
      proxy.onRequest(() => {
        if (passed() >= bytes / 2) resolve();
      });
    }
  });
}
