import { overdueStep } from '../../domain/publication/overdue';
import { shownSteps } from '../../domain/publication/shown-steps';
import { situationOf } from '../../domain/publication/situation';
import { itemsOfStep } from '../../domain/publication/step-items';
import type { PublicationStatus, StepState } from '../../domain/publication/status';
import { termsOf } from '../../domain/publication/terms';
import { waitingOf } from '../../domain/publication/waiting';
import { actorText } from '../../domain/text/actors';
import { exceptionText } from '../../domain/text/exceptions';
import { findingText } from '../../domain/text/findings';
import { goLiveLines } from '../../domain/text/go-live-state';
import { statusLabel, stepName, stepStatusLabel } from '../../domain/text/labels';
import type { Language } from '../../domain/text/language';
import { overdueText } from '../../domain/text/overdue';
import { messageText } from '../../domain/text/publication';
import { durationText, timeText } from '../../domain/text/quantity';
import { waitingText } from '../../domain/text/waiting';
import type { Publication } from '../publication';
import { itemLines } from './item-lines';
import type { Paint } from './paint';
import { placeText } from './place-text';
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
  const by = status.requestedBy === null ? '' : ` (${actorText(status.requestedBy, language)})`;
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
  return [
    ...(waiting === undefined ? [] : [`Waits for: ${waitingText(waiting, language, status.offerType)}`]),
    ...(status.endedAt === null ? goLiveLines(status, language) : []),
    ...nextCommands(status),
    ...links.preview.map(({ subscription, uri }) => `Preview for ${subscription}: ${uri}`),
    ...links.live.map(({ text, uri }) => `${text}: ${uri}`),
    `Status page: ${links.status}`,
    '',
  ].join('\n');
}

/** What the publisher can do now, as lines. */
export function nextCommands(status: PublicationStatus): readonly string[] {
  const name = nameIn(status);
  switch (situationOf(status)) {
    case 'awaitingSignOff':
      return [
        `Next: offer go-live ${name}${asRequest(status)}   or   offer cancel ${name}`,
        ...takeBack(status),
      ];
    case 'goLiveScheduled':
      return [`Next: nothing; it goes on by itself. To take that back: offer withdraw ${name}`];
    case 'failed':
    case 'changesRequested':
      return [`Next: correct it, offer put offer.json, offer publish ${name}`];
    case 'inProgress':
      return waitingOf(status)?.what === 'address' ? [`Next: ${notifyCommand(name)}`] : [];
    case 'draft':
    case 'inReview':
    case 'live':
    case 'ownFailure':
      return [];
    case 'canceled':
      return [`What happened: offer history ${name} --publication ${status.publicationId}`];
  }
}

/** Gives a publication the address that it waits for. */
export const notifyCommand = (name: string): string => `offer notify ${name} --email <address>`;

/** The 2015 portal calls it by another name; the command is the same. */
const asRequest = ({ offerType }: PublicationStatus): string =>
  termsOf(offerType) === 'staging' ? ' (request approval to push to production)' : '';

const takeBack = (status: PublicationStatus): readonly string[] =>
  status.goLive.votes.length > 0 ? [`To take a vote back: offer withdraw ${nameIn(status)}`] : [];

const nameIn = ({ publisherId, offerId }: PublicationStatus): string => `${publisherId}/${offerId}`;

/** Of each step its name, how it stands and how long it took, in columns. */
export function stepRows(status: PublicationStatus, { language }: Look, now: Date): readonly string[] {
  return table(
    shownSteps(status).map((step) => [
      stepName(step.id, language, status.offerType),
      stepStatusLabel(step.status, language),
      timeOf(step, { status, language, now }),
    ]),
  );
}

function chartOf({ status, progress, certification }: Publication, look: Look, now: Date): readonly string[] {
  const rows = stepRows(status, look, now);
  const overdue = overdueStep(status, now);
  return shownSteps(status).flatMap((step, index) => [
    `  ${look.paint(colourOf(step), rows[index] ?? '')}`,
    ...indented(
      6,
      step.status === 'inProgress' ? itemLines(itemsOfStep(status, step.id, progress), look) : [],
    ),
    ...indented(4, step.id === overdue ? overdueLines(status, look) : []),
    ...indented(4, findingLines(step, look)),
    ...indented(6, newestMessages(step, look)),
    ...indented(6, isCertifying(step, status) ? certificateLines(certification, look) : []),
  ]);
}

const overdueLines = (status: PublicationStatus, { paint, language }: Look): readonly string[] => [
  paint('yellow', `! ${overdueText(language)}`),
  `  Ask: offer support ${nameIn(status)} --contact <address> --text <question>`,
];

const isCertifying = ({ id }: StepState, { pipeline }: PublicationStatus): boolean =>
  pipeline?.steps.find((step) => step.id === id)?.stages.includes('certify') === true;

/** What somebody let pass. */
function certificateLines(
  certification: Publication['certification'],
  { paint, language }: Look,
): readonly string[] {
  return (certification?.exceptions ?? []).map((exception) =>
    paint('yellow', `! ${exceptionText(exception, language)} [${exception.ruleId}]`),
  );
}

/** What a step told; of a long story the end, and how much is left out. */
export function newestMessages(
  { messages, messageCount }: StepState,
  { paint, language }: Look,
): readonly string[] {
  const shown = messages.slice(-mostMessages);
  const earlier = messageCount - shown.length;
  return [
    ...(earlier > 0 ? [`(${earlier} earlier)`] : []),
    ...shown.map(({ message }) => messageText(message, language)),
  ].map((line) => paint('dim', line));
}

/** More than the regions there are, less than a screen. */
const mostMessages = 10;

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

/** What was found in a step, where, and how to mend it. */
export function findingLines({ findings }: StepState, { paint, language }: Look): readonly string[] {
  return findings.flatMap((finding) => {
    const { message, fix } = findingText(finding, language);
    const fixes = fix === '' ? [] : [`  Fix: ${fix}`];
    const colour = finding.severity === 'error' ? 'red' : 'yellow';
    return [paint(colour, `! ${message} [${finding.ruleId}]${placeText(finding.target)}`), ...fixes];
  });
}

const indented = (by: number, lines: readonly string[]): readonly string[] =>
  lines.map((line) => `${' '.repeat(by)}${line}`);
