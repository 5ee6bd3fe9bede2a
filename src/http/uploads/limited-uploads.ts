import type { Upload, UploadAnswer, Uploads } from '../../services/ports';
import { openAtOnce } from '../requests/open-at-once';

/** The disks of one plan, and one more. */
const mostOfAnActor = 4;
/** Each disk takes 16 MiB while it comes, and the time of the one thread that hashes. */
const mostOfAProcess = 16;

export type LimitedUploads = {
  readonly store: (
    upload: Upload & { readonly actor: string },
    signal?: AbortSignal,
  ) => Promise<UploadAnswer | TooManyUploads>;
};

/** Nothing of this one was read: so many are under way, of the same actor or in this process. */
export type TooManyUploads = { readonly kind: 'tooMany'; readonly whose: 'actor' | 'everybody' };

/** Uploads as long as there is room for them. */
export function limitUploads(uploads: Uploads): LimitedUploads {
  const ofActors = openAtOnce(mostOfAnActor);
  let underWay = 0;
  return {
    async store({ actor, ...upload }, signal) {
      if (underWay >= mostOfAProcess) return { kind: 'tooMany', whose: 'everybody' };
      const isOver = ofActors.open(actor);
      if (isOver === undefined) return { kind: 'tooMany', whose: 'actor' };
      underWay += 1;
      try {
        return await uploads.store(upload, signal);
      } finally {
        underWay -= 1;
        isOver();
      }
    },
  };
}
