import { liveLinksOf } from '../product-page/storefront-links';
import { currentStepOf } from './current-step';
import type { PublicationFact } from './events';
import type { PublicationStatus } from './status';
import { inTermsOf } from './terms';

/**
 * What is written in the place of a run that was terminated. Once the offer is in production by it the run was past
 * the point of no return, and only could not tell any more how it ended.
 */
export const forcedEnd = (
  status: PublicationStatus,
  { isInProduction }: { readonly isInProduction: boolean },
): readonly PublicationFact[] => (isInProduction ? liveEnd(status) : canceledEnd(status));

function liveEnd(status: PublicationStatus): readonly PublicationFact[] {
  const isToldLive = status.liveLinks.length > 0;
  const incomplete = status.steps.filter((step) => step.status !== 'complete');
  return [
    ...(isToldLive ? [] : wentLive(status)),
    ...incomplete.map(({ id: step }) => ({ kind: 'stepChanged', step, status: 'complete' }) as const),
    { kind: 'ended', outcome: 'live' },
  ];
}

function wentLive(status: PublicationStatus): readonly PublicationFact[] {
  const flips = status.pipeline?.steps.find(({ stages }) => stages.includes('goLive'));
  const step = flips?.id ?? currentStepOf(status);
  const message = inTermsOf(status, { code: 'goLive.nowLive', params: {} });
  return [
    { kind: 'wentLive', links: liveLinksOf(status) },
    { kind: 'messageAdded', step, level: 'information', message },
  ];
}

function canceledEnd(status: PublicationStatus): readonly PublicationFact[] {
  const message = { code: 'cancel.byOperator', params: {} };
  return [
    { kind: 'messageAdded', step: currentStepOf(status), level: 'warning', message },
    { kind: 'ended', outcome: 'canceled' },
  ];
}
