import { itemsOfStep } from '../../domain/publication/step-items';
import type { PublicationStatus, StepState } from '../../domain/publication/status';
import { waitingOf } from '../../domain/publication/waiting';
import { findingText } from '../../domain/text/findings';
import { statusLabel, stepName, stepStatusLabel } from '../../domain/text/labels';
import type { Language } from '../../domain/text/language';
import { messageText } from '../../domain/text/publication';
import { durationText, timeText } from '../../domain/text/quantity';
import { waitingText } from '../../domain/text/waiting';
import type { Publication } from '../publication';
import { itemLines } from './item-lines';
import type { Paint } from './paint';
import { table } from './table';

export type Look = {
  readonly paint: Paint;
  readonly language: Language;
  /** Bars beside percentages: where people look at a terminal. */
  readonly bars: boolean;
};

/** The whole status for people: heading, the chart with bytes and findings, what it waits for, what to do next. */
export function statusText(publication: Publication, look: Look, now: Date): string {
  const { status } = publication;
  const { paint, language } = look;
  const version = status.offerVersion === null ? '' : `  version ${status.offerVersion}`;
  const by = status.requestedBy === null ? '' : ` by ${status.requestedBy}`;
  return [
    `${paint('bold', nameIn(status))}${version}  ${paint('bold', statusLabel(status, language))}`,
    `publication ${status.publicationId}, started ${timeText(status.startedAt, language)}${by}`,
    '',
    ...chartOf(publication, look, now),
    '',
    nextText(publication, language),
  ].join('\n');
}

/** What it waits for, what to do next, and where to look. */
export function nextText({ status, links }: Publication, language: Language): string {
  const waiting = waitingOf(status);
  const name = nameIn(status);
  const commands =
    waiting?.what === 'signOff' ? [`Next: offer go-live ${name}   or   offer cancel ${name}`] : [];
  return [
    ...(waiting === undefined ? [] : [`Waits for: ${waitingText(waiting, language)}`]),
    ...commands,
    ...links.preview.map(({ subscription, uri }) => `Preview for ${subscription}: ${uri}`),
    ...links.live.map(({ text, uri }) => `${text}: ${uri}`),
    `Status page: ${links.status}`,
    '',
  ].join('\n');
}

const nameIn = ({ publisherId, offerId }: PublicationStatus): string => `${publisherId}/${offerId}`;

/** Of each step its name, how it stands and how long it took, in columns. */
export function stepRows(status: PublicationStatus, { language }: Look, now: Date): readonly string[] {
  return table(
    status.steps.map((step) => [
      stepName(step.id, language),
      stepStatusLabel(step.status, language),
      timeOf(step, { status, language, now }),
    ]),
  );
}

function chartOf({ status, progress }: Publication, look: Look, now: Date): readonly string[] {
  const rows = stepRows(status, look, now);
  return status.steps.flatMap((step, index) => [
    `  ${look.paint(colourOf(step), rows[index] ?? '')}`,
    ...indented(
      6,
      step.status === 'inProgress' ? itemLines(itemsOfStep(status, step.id, progress), look) : [],
    ),
    ...indented(4, findingLines(step, look)),
    ...indented(6, newestMessages(step, look)),
  ]);
}

export function newestMessages({ messages }: StepState, { paint, language }: Look): readonly string[] {
  return messages.slice(-3).map(({ message }) => paint('dim', messageText(message, language)));
}

type TimeAsked = { readonly status: PublicationStatus; readonly language: Language; readonly now: Date };

function timeOf({ startedAt, endedAt }: StepState, { status, language, now }: TimeAsked): string {
  if (startedAt === undefined) return '';
  const until = endedAt ?? status.endedAt ?? now.toISOString();
  return durationText(Date.parse(until) - Date.parse(startedAt), language);
}

function colourOf({ status }: StepState): Parameters<Paint>[0] {
  switch (status) {
    case 'complete':
      return 'green';
    case 'blocked':
    case 'rejected':
      return 'red';
    case 'waitingForApproval':
    case 'waitingForPublisherReview':
      return 'yellow';
    case 'inProgress':
      return 'cyan';
    case 'notStarted':
    case 'canceled':
      return 'dim';
  }
}

/** What was found in a step and how to mend it. */
export function findingLines({ findings }: StepState, { paint, language }: Look): readonly string[] {
  return findings.flatMap((finding) => {
    const { message, fix } = findingText(finding, language);
    const fixes = fix === '' ? [] : [`  Fix: ${fix}`];
    return [paint('red', `! ${message} [${finding.ruleId}]`), ...fixes];
  });
}

const indented = (by: number, lines: readonly string[]): readonly string[] =>
  lines.map((line) => `${' '.repeat(by)}${line}`);
