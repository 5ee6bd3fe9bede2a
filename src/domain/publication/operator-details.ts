import englishFindings from '../text/findings/english-findings.json';
import { findingWords, type RuleWords } from '../text/findings/finding-words';
import type { Message } from '../text/language';
import { statusLabel, stepName, stepStatusLabel } from '../text/labels';
import { escapeMarkdown } from '../text/markdown';
import { messageText } from '../text/publication/publication';
import { currentStepOf } from './current-step';
import type { PublicationStatus, StepState } from './status';

const maxBytes = 1900;
const shownMessages = 5;
const shownFindings = 3;

/**
 * The run in Markdown for somebody who reads it in the Temporal UI, without the source: which offer, which step,
 * since when, what it waits for, what went wrong and what the fix is. At most 2 KiB, because the UI carries it in
 * a URL. English: operators share one language. What others wrote is escaped. `trouble` is what only they are told.
 */
export function operatorDetails(
  status: PublicationStatus,
  {
    statusPage,
    trouble,
  }: { readonly statusPage?: string | undefined; readonly trouble?: Message | undefined } = {},
): string {
  const current = status.steps.find(({ id }) => id === currentStepOf(status));
  const parts = [
    headline(status, statusPage),
    waitingFor(status),
    ...(trouble === undefined ? [] : [`**${escapeMarkdown(messageText(trouble, 'en'))}**`]),
    ...(current === undefined ? [] : findings(current)),
    stepTable(status.steps),
    ...(current === undefined ? [] : lastMessages(status.steps)),
  ];
  return shortened(parts.filter(Boolean).join('\n\n'));
}

/** The longest beginning that fits; a letter of four bytes is not cut in two. */
function shortened(text: string): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= maxBytes) return text;
  return new TextDecoder().decode(bytes.slice(0, maxBytes)).replace(/\uFFFD+$/, '');
}

function headline(status: PublicationStatus, statusPage: string | undefined): string {
  const version = status.offerVersion === null ? '' : ` version ${status.offerVersion}`;
  const link = statusPage === undefined ? '' : ` - [status page](${statusPage})`;
  const offer = escapeMarkdown(`${status.publisherId}/${status.offerId}`);
  return `**${offer}**${version}: **${statusLabel(status, 'en')}**${link}`;
}

function waitingFor(status: PublicationStatus): string {
  if (status.endedAt !== null) return '';
  if (status.goLive.notBefore !== undefined && !status.goLive.approved) {
    return `Waits for the go-live date ${escapeMarkdown(status.goLive.notBefore)}.`;
  }
  if (status.status === 'waitingForPublisherReview') {
    return 'Waits for the publisher: signal `goLive` or `cancel`.';
  }
  if (status.steps.some((step) => step.status === 'waitingForApproval')) {
    return 'Waits for a reviewer: signal `reviewDecision`.';
  }
  return status.notificationEmails.length === 0
    ? 'Has no notification address: signal `notificationEmails`.'
    : '';
}

/** What publishers read is that there is nothing for them to do. */
const operatorsFix: Readonly<Record<string, string>> = {
  'publication.own-fault': 'Correct the cause, then publish again.',
  'publication.dependency-failed':
    'Mend what it or the failed activity names, then publish again: what was done is found, not redone.',
};

function findings(step: StepState): string[] {
  return step.findings.slice(0, shownFindings).map((finding) => {
    const { message, fix } = findingWords(finding, wordsOf(finding.ruleId), 'en');
    const how = operatorsFix[finding.ruleId] ?? fix;
    const [rule, what, mend] = [finding.ruleId, message, how].map(escapeMarkdown);
    return `**${rule}** ${what} **Fix:** ${mend}`;
  });
}

/** From a file written from the rules: the rules themselves would be most of what every worker loads. */
function wordsOf(ruleId: string): RuleWords | undefined {
  const known: Readonly<Record<string, RuleWords>> = englishFindings;
  return Object.hasOwn(known, ruleId) ? known[ruleId] : undefined;
}

function stepTable(steps: readonly StepState[]): string {
  const rows = steps.map(
    ({ id, status, startedAt = '' }) =>
      `|${stepName(id, 'en')}|${stepStatusLabel(status, 'en')}|${startedAt.slice(5, 16).replace('-', '\u2011').replace('T', '\u00a0')}|`,
  );
  return ['|Step|State|Since (UTC)|', '|-|-|-|', ...rows].join('\n');
}

function lastMessages(steps: readonly StepState[]): string[] {
  const newest = steps
    .flatMap(({ messages }) => messages)
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .slice(-shownMessages);
  if (newest.length === 0) return [];
  return [
    newest
      .map(({ at, message }) => `- ${at.slice(11, 19)} ${escapeMarkdown(messageText(message, 'en'))}`)
      .join('\n'),
  ];
}
