import type { Finding } from '../../certification/finding';
import type { StepMessage } from '../../publication/status';
import { termsOf } from '../../publication/terms';
import { certificationReport } from '../exceptions';
import { findingPlace } from '../findings/finding-place';
import { findingText } from '../findings/findings';
import { goLiveLines } from '../publication/go-live-state';
import { estimateText, stepName, stepStatusLabel } from '../labels';
import { fillText } from '../language';
import type { Block, ListItem } from './mail-blocks';
import type { MailPart } from './mail-row';
import { mailTable } from './mail-table';
import { mailWords } from './mail-words';
import type { MailFacts } from './mail-facts';
import { messageText } from '../publication/publication';
import { timeText } from '../quantity';
import { scenarioText } from '../scenarios';
import { votesTold } from './votes-told';

type Facts = MailFacts & { readonly step: string };

/** How each part of a mail is made from the facts. */
export const mailBlocks: Readonly<Record<MailPart, (facts: Facts) => readonly Block[]>> = {
  findings: (facts) => listOf(facts.findings.map((finding) => findingItem(finding, facts))),
  rules: ({ links, language }) => [
    { kind: 'link', text: mailWords.rules[language], uri: `${links.site}/docs/rules` },
  ],
  certificationReport: ({ links, language }) =>
    links.certificationReport === undefined
      ? []
      : [{ kind: 'link', text: certificationReport[language], uri: links.certificationReport }],
  stepErrors: (facts) =>
    listOf(messageItems(facts, ({ level, message }) => level !== 'information' && isAboutWork(message.code))),
  nextStep,
  workItem: ({ event, status, links, language }) => [
    {
      kind: 'link',
      text: mailWords.workItem[language],
      uri:
        mailTable[event].recipients === 'publisher' ? links.review : (status.workItem?.url ?? links.review),
    },
  ],
  reviewComments: (facts) => listOf(messageItems(facts, ({ message }) => saidByReviewers.has(message.code))),
  reviewPage: ({ links, language }) => [
    { kind: 'link', text: mailWords.reviewPage[language], uri: links.review },
  ],
  reason: ({ reason = '' }) => (reason === '' ? [] : [{ kind: 'paragraph', text: reason }]),
  whoCanceled: (facts) => newestOf(facts, ['cancel.accepted', 'cancel.byOperator', 'address.missing']),
  // Of its own kind: more may have happened before the mail was written.
  whoDecided: (facts) => newestOf(facts, [votesTold[facts.event] ?? '']),
  withdrawWay: ({ status }) => [
    { kind: 'command', text: `offer withdraw ${status.publisherId}/${status.offerId}` },
  ],
  previewLinks,
  goLiveWays: ({ status, language }) => [
    {
      kind: 'paragraph',
      text: (termsOf(status.offerType) === 'staging' ? mailWords.requestWays : mailWords.goLiveWays)[
        language
      ],
    },
    { kind: 'command', text: `offer go-live ${status.publisherId}/${status.offerId}` },
    { kind: 'command', text: `offer cancel ${status.publisherId}/${status.offerId}` },
  ],
  goLiveState: ({ status, language }) =>
    goLiveLines(status, language).map((text) => ({ kind: 'paragraph', text })),
  scenarios: ({ scenarios = [], event, language }) =>
    scenarios.length === 0
      ? []
      : [
          {
            kind: 'heading',
            text: (event === 'live' ? mailWords.scenariosLive : mailWords.scenarios)[language],
          },
          { kind: 'list', items: scenarios.map((scenario) => ({ text: scenarioText(scenario, language) })) },
        ],
  liveLinks: ({ status, language }) => [
    { kind: 'heading', text: mailWords.liveLinks[language] },
    ...listOf(status.liveLinks),
  ],
  checkList,
  stepFacts,
  temporal: ({ links, language }) =>
    links.temporal === undefined
      ? []
      : [{ kind: 'link', text: mailWords.temporal[language], uri: links.temporal }],
  support: ({ links, language }) => [
    { kind: 'paragraph', text: mailWords.support[language] },
    { kind: 'link', text: mailWords.supportLink[language], uri: links.support },
  ],
};

/**
 * What no step certifies is words alone, and a service is ordered, as its scenarios say: nobody deploys these. Where no
 * leads were asked for none will come.
 */
function checkList({ status, scenarios = [], language }: Facts): readonly Block[] {
  const hasContent = status.pipeline?.steps.some(({ stages }) => stages.includes('certify')) ?? false;
  const isDeployed = hasContent && scenarios.every(({ what }) => what !== 'subscribe');
  const hasLeads = status.steps.every(({ messages }) =>
    messages.every(({ message }) => message.code !== 'lead.skipped'),
  );
  const checks = [
    mailWords.checkPage,
    ...(isDeployed ? [mailWords.checkDeploy] : []),
    ...(hasLeads ? [mailWords.checkLead] : []),
    mailWords.checkLive,
  ];
  return [
    { kind: 'heading', text: mailWords.checkList[language] },
    { kind: 'list', items: checks.map((text) => ({ text: text[language] })) },
    { kind: 'command', text: `offer check-live ${status.publisherId}/${status.offerId}` },
  ];
}

/** How long what follows the step takes; nothing where nobody can tell. */
function nextStep({ status, step, language }: Facts): readonly Block[] {
  const steps = status.pipeline?.steps ?? [];
  const next = steps.slice(1).find((_step, index) => steps[index]?.id === step);
  if (next === undefined || next.estimate === '') return [];
  const text = next.stages.includes('replicate') ? mailWords.replicatesNext : mailWords.takes;
  return [{ kind: 'paragraph', text: fillText(text, language, { estimate: estimateText(next, language) }) }];
}

/** Who did it, in the words of the newest message that tells it. */
function newestOf({ status, language }: Facts, codes: readonly string[]): readonly Block[] {
  const told = status.steps
    .flatMap(({ messages }) => messages)
    .filter(({ message }) => codes.includes(message.code))
    .at(-1);
  return told === undefined ? [] : [{ kind: 'paragraph', text: messageText(told.message, language) }];
}

function previewLinks({ links, language }: Facts): readonly Block[] {
  if (links.previews.length === 0) return [{ kind: 'paragraph', text: mailWords.noPreviewLinks[language] }];
  return [
    { kind: 'paragraph', text: mailWords.previewLinks[language] },
    ...listOf(
      links.previews.map(({ subscriptionId, uri }) => ({
        text: fillText(mailWords.subscription, language, { subscription: subscriptionId }),
        uri,
      })),
    ),
  ];
}

function stepFacts({ status, step, language }: Facts): readonly Block[] {
  const state = status.steps.find(({ id }) => id === step);
  const planned = status.pipeline?.steps.find(({ id }) => id === step);
  const estimate = planned === undefined ? '' : estimateText(planned, language);
  const params = {
    step: stepName(step, language),
    status: stepStatusLabel(state?.status ?? 'notStarted', language),
    since: timeText(state?.startedAt ?? status.startedAt, language),
    estimate: estimate === '' ? '-' : estimate,
  };
  const emails = status.notificationEmails.length === 0 ? '-' : status.notificationEmails.join(', ');
  return [
    { kind: 'paragraph', text: fillText(mailWords.stepSince, language, params) },
    { kind: 'paragraph', text: fillText(mailWords.contact, language, { emails }) },
  ];
}

function findingItem(finding: Finding, { language, links }: Facts): ListItem {
  const { message, fix, docs } = findingText(finding, language);
  const place = findingPlace(finding.target);
  return {
    text: `${mailWords[finding.severity][language]}: ${message}`,
    details: [
      ...(place === '' ? [] : [fillText(mailWords.where, language, { place })]),
      ...(fix === '' ? [] : [fillText(mailWords.fix, language, { fix })]),
      ...(docs === undefined ? [] : [fillText(mailWords.rule, language, { rule: `${links.site}${docs}` })]),
    ],
  };
}

function messageItems(
  { status, step, language }: Facts,
  wanted: (message: StepMessage) => boolean,
): ListItem[] {
  const messages = status.steps.find(({ id }) => id === step)?.messages ?? [];
  return messages.filter(wanted).map(({ message }) => ({ text: messageText(message, language) }));
}

/** Who decided, their words, and how many more there are: not that they were at work or were reminded of it. */
const saidByReviewers: ReadonlySet<string> = new Set([
  'review.approved',
  'review.changesRequested',
  'review.comment',
  'review.moreComments',
  'review.commentsDropped',
]);

/** Messages somebody sent at the wrong time are no reason why a step failed. */
const isAboutWork = (code: string): boolean => !code.startsWith('message.') && !code.startsWith('mail.');

const listOf = (items: readonly ListItem[]): readonly Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', items }];
