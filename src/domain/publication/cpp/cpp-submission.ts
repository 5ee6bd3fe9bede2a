import { ticksOf } from './cpp-ticks';
import type { OperationKind, OperationState } from '../operation-state';
import type { PublicationStatus } from '../status';
import type { Message } from '../../text/language';

/** An accepted publish, go-live or cancel as `GET .../submissions` tells it. `version` is a raw 64-bit number. */
export type CppSubmission = {
  readonly id: string;
  readonly offerId: string;
  readonly offerVersion: number;
  readonly offerTypeId: string;
  readonly publisherId: string;
  readonly submissionType: CppSubmissionType;
  readonly submissionState: OperationState;
  readonly publishingVersion: number;
  readonly slot: 'staging' | 'production';
  readonly version: bigint;
  readonly definition: { readonly metadata: { readonly emails: string } };
  readonly changedTime: string;
};

export type CppSubmissionType = 'publish' | 'golive' | 'cancel';

type Operation = {
  readonly operationId: string;
  readonly kind: OperationKind;
  readonly publisherId: string;
  readonly publicationId: string;
  readonly state: OperationState;
  readonly createdAt: string;
  readonly endedAt: string | null;
  /** Why the publication refused it; null for what it did not. */
  readonly refusal: Message | null;
};

type Offer = { readonly guid: string; readonly offerType: string };

/** What an operation is judged by: the publication it was about, and everything else accepted for the offer. */
export type CppContext = {
  readonly status: PublicationStatus | undefined;
  readonly all: readonly Operation[];
};

/** Undefined for what CPP does not know, like withdrawing a go-live; those operations stay readable by id. */
export function toCppSubmission(
  operation: Operation,
  { guid, offerType }: Offer,
  context: CppContext,
): CppSubmission | undefined {
  const submissionType = submissionTypes[operation.kind];
  if (submissionType === undefined) return undefined;
  const { offerVersion, notificationEmails = [] } = context.status ?? {};
  const changedTime = operation.endedAt ?? operation.createdAt;
  return {
    id: operation.operationId,
    offerId: guid,
    offerVersion: offerVersion ?? 0,
    offerTypeId: offerType,
    publisherId: operation.publisherId,
    submissionType,
    submissionState: cppOperationState(operation, context.all),
    publishingVersion: offerVersion ?? 0,
    slot: submissionType === 'golive' ? 'production' : 'staging',
    version: ticksOf(new Date(changedTime)),
    definition: { metadata: { emails: notificationEmails.join(',') } },
    changedTime,
  };
}

/** A go-live that was withdrawn is canceled; everything else is as the catalogue keeps it. */
export function cppOperationState(operation: Operation, all: CppContext['all']): OperationState {
  const { kind, state, refusal } = operation;
  if (kind === 'goLive' && refusal === null && all.some((other) => withdraws(other, operation)))
    return 'canceled';
  return state;
}

/** An accepted withdrawal takes back every go-live before it; one that had decided could not be withdrawn. */
const withdraws = (other: Operation, goLive: Operation): boolean =>
  other.kind === 'withdrawGoLive' &&
  other.refusal === null &&
  other.publicationId === goLive.publicationId &&
  other.createdAt > goLive.createdAt;

const submissionTypes: Readonly<Partial<Record<OperationKind, CppSubmissionType>>> = {
  publish: 'publish',
  goLive: 'golive',
  cancel: 'cancel',
};
