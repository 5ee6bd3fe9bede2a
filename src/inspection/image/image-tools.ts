import type { Digests, SourceReader } from '../../services/ports';

/** What reading whole images takes from outside: digests, and the client that reads what URLs lead to. */
export type ImageTools = {
  readonly digests: Digests;
  readonly sources: Pick<SourceReader, 'stat' | 'dataRanges' | 'read'>;
  readonly close: () => Promise<void>;
};
