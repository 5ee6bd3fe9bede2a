import { ApplicationFailure } from '@temporalio/activity';

/**
 * The failures that no retry cures, and why. Whatever else an activity throws is tried again, as
 * `workflows/activity-proxies.ts` says; what operators do about each stands in docs/OPERATIONS.md.
 */
export type PermanentFailureType =
  // The catalogue is older than the run, as after a restore: asking again brings no row back.
  | 'ArtefactMissing'
  | 'NoSuchPublication'
  | 'PackageMissing'
  | 'ReplicaMissing'
  | 'UnknownArtefact'
  | 'VersionMissing'
  // A step met a state that the order of steps rules out: our own mistake, the same at every attempt.
  | 'NotCertified'
  | 'OfferNotUsable'
  | 'WithdrawsLive'
  // Somebody was quicker: what is asked for belongs to another attempt or publication by now.
  | 'DigestsDiffer'
  | 'EndedPublicationError'
  | 'ProductionFlipError'
  // Until a person changes it: an address, the stored package, the key, the regions.
  | 'MailRefused'
  | 'PackageChanged'
  | 'SealedSecretError'
  | 'UnknownRegion';

/** Operators look its type up; its message says what happened, to what, and what to do. */
export const permanentFailure = (type: PermanentFailureType, message: string): ApplicationFailure =>
  ApplicationFailure.nonRetryable(message, type);
