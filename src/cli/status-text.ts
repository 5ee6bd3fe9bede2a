import { itemName, itemsOfStep, percentOf } from '../domain/publication/step-items';
import type { PublicationStatus, StepState } from '../domain/publication/status';
import { waitingOf } from '../domain/publication/waiting';
import { findingText } from '../domain/text/findings';
import { statusLabel, stepName, stepStatusLabel } from '../domain/text/labels';
import { messageText } from '../domain/text/publication';
import { bytesText, durationText, timeText } from '../domain/text/quantity';
import { waitingText } from '../domain/text/waiting';
import { type Paint, table } from './paint';
import type { Item, Publication } from './publication';

const language = 'en';

/** The whole status for people: heading, the chart with bytes and findings, what it waits for, what to do next. */
export function statusText(publication: Publication, paint: Paint, now: Date): string {
  const { status } = publication;
  const name = `${status.publisherId}/${status.offerId}`;
  const version = status.offerVersion === null ? '' : `  version ${status.offerVersion}`;
  const by = status.requestedBy === null ? '' : ` by ${status.requestedBy}`;
  return [
    `${paint('bold', name)}${version}  ${paint('bold', statusLabel(status, language))}`,
    `publication ${status.publicationId}, started ${timeText(status.startedAt, language)}${by}`,
    '',
    ...chartOf(publication, paint, now),
    '',
    ...nextOf(publication, name),
    '',
  ].join('\n');
}

function chartOf({ status, progress }: Publication, paint: Paint, now: Date): readonly string[] {
  const rows = table(
    status.steps.map((step) => [
      stepName(step.id, language),
      stepStatusLabel(step.status, language),
      timeOf(step, status, now),
    ]),
  );
  return status.steps.flatMap((step, index) => [
    `  ${paint(colourOf(step), rows[index] ?? '')}`,
    ...(step.status === 'inProgress' ? itemLines(itemsOfStep(status, step.id, progress)) : []),
    ...findingLines(step, paint),
    ...step.messages.slice(-3).map(({ message }) => paint('dim', `      ${messageText(message, language)}`)),
  ]);
}

function timeOf({ startedAt, endedAt }: StepState, status: PublicationStatus, now: Date): string {
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

function itemLines(items: readonly Item[]): readonly string[] {
  return table(
    items.map((item) => [
      `      ${itemName(item.item)}`,
      `${percentOf([item])} %`,
      `${bytesText(item.doneBytes, language)} of ${bytesText(item.totalBytes, language)}`,
      rateOf(item),
    ]),
  );
}

function rateOf({ state, message, bytesPerSecond, totalBytes, doneBytes }: Item): string {
  if (state === 'done') return 'done';
  if (message !== undefined) return messageText(message, language);
  if (bytesPerSecond <= 0) return '';
  const left = durationText((1000 * (totalBytes - doneBytes)) / bytesPerSecond, language);
  return `${bytesText(bytesPerSecond, language)}/s, ${left} left`;
}

function findingLines({ findings }: StepState, paint: Paint): readonly string[] {
  return findings.flatMap((finding) => {
    const { message, fix } = findingText(finding, language);
    const fixes = fix === '' ? [] : [`      Fix: ${fix}`];
    return [paint('red', `    ! ${message} [${finding.ruleId}]`), ...fixes];
  });
}

function nextOf({ status, links }: Publication, name: string): readonly string[] {
  const waiting = waitingOf(status);
  const commands =
    waiting?.what === 'signOff' ? [`Next: offer go-live ${name}   or   offer cancel ${name}`] : [];
  return [
    ...(waiting === undefined ? [] : [`Waits for: ${waitingText(waiting, language)}`]),
    ...commands,
    ...links.preview.map(({ subscription, uri }) => `Preview for ${subscription}: ${uri}`),
    ...links.live.map(({ text, uri }) => `${text}: ${uri}`),
    `Status page: ${links.status}`,
  ];
}
