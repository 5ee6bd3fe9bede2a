import { patched } from '@temporalio/workflow';
import { RecorderInTurn } from './in-turn';
import type { Recorder } from './recorder';
import { RecorderSideBySide } from './side-by-side';

type Began = {
  /** A later mark in its history says already that it began after `batches-side-by-side`. */
  readonly startedLater: boolean;
  /** Since the flip brings what has gathered to the log. */
  readonly handsOver: boolean;
};

/** One way from a run's first task to its last. */
export const recorderOf = (publicationId: string, { startedLater, handsOver }: Began): Recorder =>
  startedLater || patched('batches-side-by-side')
    ? new RecorderSideBySide(publicationId, handsOver)
    : new RecorderInTurn(publicationId);
