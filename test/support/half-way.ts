import type { StorageProxy } from '../fakes/storage-proxy';
import { gate } from './gate';

type Direction = keyof StorageProxy['traffic'];

export type HalfWay = {
  /** Half went through, and nothing more than what was on its way by then gets through. */
  readonly reached: Promise<void>;
  /** Bytes that went through so far, of all that were told. */
  readonly share: () => number;
  /** Answers what was asked meanwhile, unless who asked is gone, and what is asked from now on. */
  readonly goOn: () => void;
};

/**
 * Stops a transfer in its middle, when half of so many bytes went through these proxies together: however long a busy
 * machine takes over what the test does then, it does so in the middle.
 */
export function halfWay(proxies: readonly StorageProxy[], direction: Direction, bytes: number): HalfWay {
  const share = (): number => proxies.reduce((sum, { traffic }) => sum + traffic[direction], 0) / bytes;
  const [middle, rest] = [gate(), gate()];
  for (const proxy of proxies) {
    proxy.onRequest(() => {
      if (share() < 0.5) return undefined;
      middle.open();
      return rest.opened;
    });
  }
  return { reached: middle.opened, share, goOn: rest.open };
}
