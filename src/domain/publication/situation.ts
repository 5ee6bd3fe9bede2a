import type { OfferStatus, PublicationStatus } from './status';
import { waitingOf } from './waiting';

/** Where an offer stands, as people say it: one word joins portal, CLI and mails. */
export const situations = [
  'draft',
  'inProgress',
  'awaitingSignOff',
  'goLiveScheduled',
  'inReview',
  'live',
  'failed',
  'ownFailure',
  'canceled',
  'changesRequested',
] as const;
export type Situation = (typeof situations)[number];

export function situationOf(status: PublicationStatus): Situation {
  if (status.endedAt === null) return openSituation(status);
  switch (status.outcome) {
    case 'live':
      return 'live';
    case 'failed':
      return 'failed';
    case 'canceled':
      return 'canceled';
    case 'rejected':
      return 'changesRequested';
    case null:
      return 'ownFailure';
  }
}

/** For lists, which know no more than the offer's status. */
export function situationOfOffer(status: OfferStatus): Situation {
  switch (status) {
    case 'neverPublished':
    case 'notStarted':
      return 'draft';
    case 'running':
      return 'inProgress';
    case 'waitingForPublisherReview':
      return 'awaitingSignOff';
    case 'succeeded':
      return 'live';
    case 'canceled':
      return 'canceled';
    case 'failed':
      return 'failed';
  }
}

/** Every situation an offer of this status can be in. */
export const situationsOf = (status: OfferStatus): readonly Situation[] => situationsByStatus[status];

const situationsByStatus: Readonly<Record<OfferStatus, readonly Situation[]>> = {
  neverPublished: ['draft'],
  notStarted: ['draft'],
  running: ['inProgress', 'inReview'],
  // Once approved, the work goes on before the first step says so.
  waitingForPublisherReview: ['awaitingSignOff', 'goLiveScheduled', 'inProgress'],
  succeeded: ['live'],
  canceled: ['canceled', 'changesRequested'],
  failed: ['failed', 'ownFailure'],
};

function openSituation(status: PublicationStatus): Situation {
  switch (waitingOf(status)?.what) {
    case 'signOff':
    case 'votes':
      return 'awaitingSignOff';
    case 'date':
      return 'goLiveScheduled';
    case 'review':
      return 'inReview';
    case 'address':
    case undefined:
      return 'inProgress';
  }
}
