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
  // Until a person changes it: an address, the stored package, the key.
  | 'MailRefused'
  | 'PackageChanged'
  | 'SealedSecretError';

const publishAgain = 'Publish the offer again.';
/** The log of a catalogue that is older than the run does not let it end. */
const afterRestore = 'Publish the offer again; if this run does not end, terminate it first.';
const reportIt = 'Keep the history of this run and report it, then publish the offer again.';

/** What operators do about each; more stands in docs/OPERATIONS.md. */
const remedies: Readonly<Record<PermanentFailureType, string>> = {
  ArtefactMissing: afterRestore,
  NoSuchPublication: afterRestore,
  PackageMissing: afterRestore,
  ReplicaMissing: publishAgain,
  UnknownArtefact: afterRestore,
  VersionMissing: afterRestore,
  NotCertified: reportIt,
  OfferNotUsable: reportIt,
  WithdrawsLive: reportIt,
  DigestsDiffer: publishAgain,
  EndedPublicationError: 'Unless it is of a run that was ended by hand, publish the offer again.',
  ProductionFlipError: publishAgain,
  // Its publisher is told by a message of its own.
  MailRefused: '',
  PackageChanged: 'Restore its row, or the public key in RETIRED_SIGNING_KEYS, then publish the offer again.',
  SealedSecretError:
    'Restore SECRETS_KEY, or save the draft again with its secrets, then publish the offer again.',
};

/** Operators look its type up; its message says what happened, to what, and what to do. */
export const permanentFailure = (type: PermanentFailureType, what: string): ApplicationFailure =>
  ApplicationFailure.nonRetryable(`${what} ${remedies[type]}`.trim(), type);
