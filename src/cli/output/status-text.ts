import { overdueStep } from '../../domain/publication/overdue';
import { shownSteps } from '../../domain/publication/shown-steps';
import { situationOf } from '../../domain/publication/situation';
import { itemsOfStep } from '../../domain/publication/step-items';
import type { PublicationStatus, StepState } from '../../domain/publication/status';
import { termsOf } from '../../domain/publication/terms';
import { waitingOf } from '../../domain/publication/waiting';
import { actorText } from '../../domain/text/actors';
import { exceptionText } from '../../domain/text/exceptions';
import { findingText } from '../../domain/text/findings/findings';
import { goLiveLines } from '../../domain/text/publication/go-live-state';
import { statusLabel, stepName, stepStatusLabel } from '../../domain/text/labels';
import { fillText, type Language, type Params } from '../../domain/text/language';
import { mailWords } from '../../domain/text/mails/mail-words';
import { overdueText } from '../../domain/text/publication/overdue';
import { messageText } from '../../domain/text/publication/publication';
import { durationText, timeText } from '../../domain/text/quantity';
import { type TerminalCode, terminalText } from '../../domain/text/terminal/terminal';
import { waitingText } from '../../domain/text/publication/waiting';
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
  const { offerVersion: version, publicationId } = status;
  const versionText = version === null ? '' : `  ${terminalText('version', language, { version })}`;
  const by = status.requestedBy === null ? '' : ` (${actorText(status.requestedBy, language)})`;
  return [
    `${paint('bold', nameIn(status))}${versionText}  ${paint('bold', statusLabel(status, language))}`,
    `${terminalText('attempt', language, { publicationId, time: timeText(status.startedAt, language) })}${by}`,
    '',
    ...chartOf(publication, look, now),
    '',
    nextText(publication, language),
  ].join('\n');
}

/** What it waits for, what to do next, and where to look. */
export function nextText({ status, links }: Publication, language: Language): string {
  const waiting = waitingOf(status);
  const say = (code: TerminalCode, params: Params): string => terminalText(code, language, params);
  return [
    ...(waiting === undefined
      ? []
      : [say('waitsFor', { what: waitingText(waiting, language, status.offerType) })]),
    ...(status.endedAt === null ? goLiveLines(status, language) : []),
    ...nextCommands(status, language),
    ...links.preview.map((link) => say('preview', link)),
    ...links.live.map(({ text, uri }) => `${text}: ${uri}`),
    say('page', { uri: links.status }),
    '',
  ].join('\n');
}

/** What the publisher can do now, as lines. */
export function nextCommands(status: PublicationStatus, language: Language): readonly string[] {
  const name = nameIn(status);
  const say = (code: TerminalCode, params: Params): string => terminalText(code, language, params);
  switch (situationOf(status)) {
    case 'awaitingSignOff':
      return [
        say(decisionOf(status), { goLive: `offer go-live ${name}`, cancel: `offer cancel ${name}` }),
        ...(status.goLive.votes.length > 0
          ? [say('takeVoteBack', { command: `offer withdraw ${name}` })]
          : []),
      ];
    case 'goLiveScheduled':
      return [say('nothingToDo', { command: `offer withdraw ${name}` })];
    case 'failed':
    case 'changesRequested':
      return [say('correct', { put: 'offer put offer.json', publish: `offer publish ${name}` })];
    case 'inProgress':
      return waitingOf(status)?.what === 'address' ? [say('next', { command: notifyCommand(name) })] : [];
    case 'draft':
    case 'inReview':
    case 'live':
    case 'ownFailure':
      return [];
    case 'canceled':
      return [
        say('whatHappened', { command: `offer history ${name} --publication ${status.publicationId}` }),
      ];
  }
}

/** Gives a publication the address that it waits for. */
export const notifyCommand = (name: string): string => `offer notify ${name} --email <address>`;

/** The 2015 portal calls it by another name; the command is the same. */
const decisionOf = ({ offerType }: PublicationStatus): TerminalCode =>
  termsOf(offerType) === 'staging' ? 'decideStaged' : 'decide';

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
  `  ${terminalText('ask', language, { command: `offer support ${nameIn(status)} --contact <address> --text <question>` })}`,
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
    ...(earlier > 0 ? [terminalText('earlier', language, { count: earlier })] : []),
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
    const fixes = fix === '' ? [] : [`  ${fillText(mailWords.fix, language, { fix })}`];
    const colour = finding.severity === 'error' ? 'red' : 'yellow';
    return [
      paint(colour, `! ${message} [${finding.ruleId}]${placeText(finding.target, language)}`),
      ...fixes,
    ];
  });
}

const indented = (by: number, lines: readonly string[]): readonly string[] =>
  lines.map((line) => `${' '.repeat(by)}${line}`);
