import type { Asked } from './asked';

/** What a command does; returns its exit code. */
export type Work<Flags> = (asked: Asked<Flags>) => Promise<number>;

/** Makes a commander action of work: reads the words and options, tells failures, ends with the exit code. */
export type Does = <Flags = object>(work: Work<Flags>) => (...given: unknown[]) => Promise<void>;
