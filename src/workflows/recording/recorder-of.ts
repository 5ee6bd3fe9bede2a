import { patched } from '@temporalio/workflow';
import { RecorderInTurn } from './in-turn';
import type { Recorder } from './recorder';
import { RecorderSideBySide } from './side-by-side';

/**
 * One way from a run's first task to its last. `startedLater`: a later mark in its history says already that it began after
 * the change.
 */
export const recorderOf = (publicationId: string, startedLater: boolean): Recorder =>
  startedLater || patched('batches-side-by-side')
    ? new RecorderSideBySide(publicationId)
    : new RecorderInTurn(publicationId);
