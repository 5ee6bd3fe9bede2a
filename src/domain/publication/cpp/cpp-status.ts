import type { Finding, Severity } from '../../certification/finding';
import { cppSteps } from './cpp-steps';
import type { Level, Link, PublicationStatus, StepMessage, StepState } from '../status';

/** The Cloud Partner Portal's status document, api-version 2017-10-31: its keys, types and spelling. */
export type CppStatus = {
  readonly status: string;
  readonly messages: readonly CppMessage[];
  readonly publishingVersion: number;
  readonly offerVersion: number;
  readonly cancellationRequestState: string;
  readonly steps: readonly CppStep[];
  readonly previewLinks: readonly CppLink[];
  readonly liveLinks: readonly CppLink[];
  readonly notificationEmails: string;
};

type CppMessage = { readonly messageHtml: string; readonly level: string; readonly timestamp: string };
type CppLink = { readonly DisplayText: string; readonly URI: string };
type CppStep = {
  readonly estimatedTimeFrame: string;
  readonly id: string;
  readonly stepName: string;
  readonly description: string;
  readonly status: string;
  readonly progressPercentage: number;
  readonly messages: readonly CppMessage[];
};

/** Turn what is stored into escaped HTML; words are added at the edge, so the caller brings them. */
export type CppWords = {
  readonly message: (message: StepMessage) => string;
  readonly finding: (finding: Finding) => string;
};

/**
 * Our status document as CPP's clients expect it: CPP's steps only, and the publishing version, which CPP counts
 * per publish. `progress` gives a step's percentage where bytes are known, else the status decides.
 */
export function toCppStatus(
  status: PublicationStatus,
  words: CppWords,
  progress: Readonly<Record<string, number>> = {},
): CppStatus {
  const chartOnly = new Set(status.pipeline?.steps.filter((step) => step.chartOnly).map(({ id }) => id));
  return {
    status: status.status,
    messages: [],
    publishingVersion: status.offerVersion ?? 0,
    offerVersion: status.offerVersion ?? 0,
    cancellationRequestState: status.cancellation,
    steps: status.steps
      .filter(({ id }) => !chartOnly.has(id))
      .map((step) => ({
        estimatedTimeFrame: status.pipeline?.steps.find(({ id }) => id === step.id)?.estimate ?? '',
        id: step.id,
        stepName: cppSteps[step.id]?.stepName ?? step.id,
        description: cppSteps[step.id]?.description ?? '',
        status: step.status,
        progressPercentage: percentage(step, progress[step.id]),
        messages: messagesOf(step, status.startedAt, words),
      })),
    previewLinks: status.previewLinks.map(cppLink),
    liveLinks: status.liveLinks.map(cppLink),
    notificationEmails: status.notificationEmails.join(','),
  };
}

/** What happened in a step, and then what is wrong with the offer: CPP has no other place for findings. */
function messagesOf(step: StepState, begun: string, words: CppWords): readonly CppMessage[] {
  // Findings are reported in the moment that ends their step, unless a reviewer is asked about them first.
  const reportedAt = step.endedAt ?? step.messages.at(-1)?.at ?? step.startedAt ?? begun;
  return [
    ...step.messages.map((entry) => ({
      messageHtml: words.message(entry),
      level: entry.level,
      timestamp: entry.at,
    })),
    ...step.findings.map((finding) => ({
      messageHtml: words.finding(finding),
      level: levels[finding.severity],
      timestamp: reportedAt,
    })),
  ];
}

const levels: Readonly<Record<Severity, Level>> = {
  info: 'information',
  warning: 'warning',
  reviewRequired: 'warning',
  error: 'error',
};

function percentage(step: StepState, measured: number | undefined): number {
  if (step.status === 'complete') return 100;
  if (step.status === 'notStarted') return 0;
  return Math.min(99, Math.max(0, Math.floor(measured ?? 0)));
}

const cppLink = ({ text, uri }: Link): CppLink => ({ DisplayText: text, URI: uri });
