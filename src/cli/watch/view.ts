import type { Publication } from '../publication';

/** How a publication that is being watched is shown. */
export type View = {
  /** Called for every look at it, changed or not. */
  readonly show: (publication: Publication) => void;
  readonly remark: (text: string) => void;
  /** Nothing more comes. Resolves when all is written. */
  readonly close: () => Promise<void>;
};
