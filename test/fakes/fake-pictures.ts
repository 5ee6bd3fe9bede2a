import type { PictureAnswer, Pictures } from '../../src/services/ports';

export type FakePictures = Pictures & {
  readonly loaded: readonly string[];
  /** The next picture at this URL is answered so. */
  readonly answerNext: (url: string, answer: PictureAnswer | Error) => void;
};

/** Every URL leads to a picture of its own, of the size that is asked for. */
export function fakePictures(): FakePictures {
  const loaded: string[] = [];
  const planned = new Map<string, PictureAnswer | Error>();
  return {
    loaded,
    answerNext: (url, answer) => void planned.set(url, answer),
    load: (url, size) => {
      loaded.push(url);
      const original = { format: 'png', size, isWhole: true } as const;
      const answer = planned.get(url) ?? { kind: 'loaded', png: Buffer.from(`png of ${url}`), original };
      planned.delete(url);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
}
