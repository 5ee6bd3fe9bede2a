import { ApplicationFailure } from '@temporalio/activity';
import { permanentFailure } from '../permanent-failure';

/** Until then the other one may have finished. */
const otherAttemptsTurn = '5 seconds';

/** Two publications of one image: the second one waits, and finds what the first has copied. */
export const copiedByAnother = (digest: string, region: string): ApplicationFailure =>
  ApplicationFailure.create({
    type: 'ReplicaUnderway',
    message: `Another publication copies ${digest} to region ${region}.`,
    nextRetryDelay: otherAttemptsTurn,
  });

export const superseded = (digest: string, region: string): ApplicationFailure =>
  ApplicationFailure.create({
    type: 'ReplicaSuperseded',
    message: `A newer attempt copies ${digest} to region ${region}.`,
    nextRetryDelay: otherAttemptsTurn,
  });

export const replicaDiffers = (digest: string, region: string): ApplicationFailure =>
  ApplicationFailure.create({
    type: 'ReplicaDiffers',
    message: `Region ${region} held other bytes than ${digest}; they were deleted and are copied again.`,
  });

/** While a region is being added, this worker may be older than the one that froze the version. */
export const unknownRegion = (region: string): ApplicationFailure =>
  ApplicationFailure.create({
    type: 'UnknownRegion',
    message: `Region ${region} is not in REGIONS of this data worker; an operator has to add it there.`,
  });

/** Retrying cannot cure this: an artefact that certification never promised. */
export const notADisk = (digest: string): ApplicationFailure =>
  permanentFailure('UnknownArtefact', `There is no certified disk ${digest} to replicate.`);
