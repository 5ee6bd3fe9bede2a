import type { Finding } from '../../../src/domain/certification/finding';
import type { PublicationFact } from '../../../src/domain/publication/events';
import type { PublicationStatus } from '../../../src/domain/publication/status';
import type { MailEvent } from '../../../src/domain/text/mails/mail-event';
import type { MailFacts } from '../../../src/domain/text/mails/mail-facts';
import { after, atSignOff, opened, ofApplication } from '../publication/story';

export const missingTitle: Finding = {
  ruleId: 'offer.field-missing',
  severity: 'error',
  params: { field: 'title' },
  target: { pointer: '/definition/offer/microsoft-azure-marketplace.title' },
};

export const foreignId: Finding = {
  ruleId: 'publication.foreign-workflow-id',
  severity: 'error',
  params: { workflowId: 'wrong', expected: 'publication.contoso.linux-vm' },
  target: {},
};

const ownFault: Finding = {
  ruleId: 'publication.own-fault',
  severity: 'error',
  params: { activity: 'packageProduct' },
  target: {},
};
export const dependencyAway: Finding = {
  ruleId: 'publication.dependency-failed',
  severity: 'error',
  params: {
    activity: 'replicate',
    reason: 'Storage account eastus refused to write a page: 503 ServerBusy.',
  },
  target: {},
};

const unreadable: Finding = {
  ruleId: 'vm.guest.readable',
  severity: 'reviewRequired',
  params: {},
  target: { plan: 'basic' },
  expected: 'ext2 | ext3 | ext4',
  actual: 'file system: XFS (partition 1)',
};

const emails: PublicationFact = { kind: 'emailsProvided', emails: ['pat@contoso.example'], actor: 'ann' };
const workItem = { board: 'own', id: '17', url: 'https://market.example/reviews/17' };
const preview: PublicationFact = {
  kind: 'previewOpened',
  links: [{ text: 'Linux VM', uri: 'https://market.example/preview/contoso/linux-vm' }],
};

const blockedAt = (step: string, finding: Finding): readonly PublicationFact[] => [
  opened(),
  emails,
  { kind: 'stepChanged', step, status: 'inProgress' },
  { kind: 'findingsReported', step, findings: [finding] },
  { kind: 'stepChanged', step, status: 'blocked' },
];

/** What has happened when each mail is written. */
const stories: Readonly<Record<MailEvent, readonly PublicationFact[]>> = {
  startRefused: [
    emails,
    { kind: 'findingsReported', step: 'displaydummycertify', findings: [foreignId] },
    { kind: 'stepChanged', step: 'displaydummycertify', status: 'blocked' },
  ],
  validationFailed: blockedAt('displaydummycertify', missingTitle),
  certificationFailed: blockedAt('displaycertify', missingTitle),
  stepFailed: [
    opened(),
    emails,
    { kind: 'stepChanged', step: 'displaypackage', status: 'inProgress' },
    said('displaypackage', 'lead.failed', { destination: 'HttpsEndpoint', answer: '403 Forbidden' }),
    said('displaypackage', 'message.unknown', { name: 'hello' }),
    { kind: 'findingsReported', step: 'displaypackage', findings: [dependencyAway] },
    { kind: 'stepChanged', step: 'displaypackage', status: 'blocked' },
  ],
  previewReady: [...atSignOff(), emails, preview],
  signOffReminder: [...atSignOff(), emails, preview],
  addressMissing: [opened(), { kind: 'stepChanged', step: 'displaydummycertify', status: 'inProgress' }],
  goLiveVoted: [...atSignOff(), emails, preview, ...voted('goLive.voted')],
  goLiveScheduled: [...atSignOff(), emails, preview, ...voted('goLive.scheduled')],
  goLiveWithdrawn: [
    ...atSignOff(),
    emails,
    preview,
    ...voted('goLive.voted'),
    said('publisher-signoff', 'goLive.withdrawn', { actor: 'bob' }),
    { kind: 'goLiveWithdrawn', actor: 'bob' },
  ],
  goLiveApproved: [...atSignOff(), emails, preview, { kind: 'goLiveApproved' }],
  live: [
    ...atSignOff(),
    emails,
    preview,
    {
      kind: 'wentLive',
      links: [
        { text: 'Azure Marketplace', uri: 'https://market.example/marketplace/contoso/linux-vm' },
        { text: 'Azure portal', uri: 'https://market.example/portal-gallery/contoso/linux-vm' },
      ],
    },
    { kind: 'ended', outcome: 'live' },
  ],
  canceled: [
    ...atSignOff(),
    emails,
    preview,
    said('publisher-signoff', 'cancel.accepted', { actor: 'ann', reason: 'Wrong logo.' }),
    { kind: 'cancelRequested', actor: 'ann', reason: 'Wrong logo.' },
    { kind: 'ended', outcome: 'canceled' },
  ],
  findingsInReview: findingsInReview(),
  findingsApproved: [
    ...findingsInReview(),
    said('displaycertify', 'review.approved', { actor: 'rev' }),
    said('displaycertify', 'review.comment', { actor: 'rev', text: 'Seen running.' }),
    { kind: 'reviewDecided', step: 'displaycertify', actor: 'rev', decision: 'approve' },
  ],
  reviewStarted: inReview(),
  reviewReminder: inReview(),
  reviewEscalation: inReview(),
  boardAway: [
    ...inReview(),
    { kind: 'reviewDecided', step: 'microsoft-review', actor: 'rev', decision: 'approve' },
    { kind: 'stepChanged', step: 'microsoft-review', status: 'complete' },
  ],
  reviewApproved: [
    ...inReview(),
    said('microsoft-review', 'review.approved', { actor: 'rev' }),
    said('microsoft-review', 'review.comment', {
      actor: 'rev',
      text: 'Use a smaller default size.',
      path: 'mainTemplate.json',
      line: 12,
    }),
    { kind: 'reviewDecided', step: 'microsoft-review', actor: 'rev', decision: 'approve' },
  ],
  changesRequested: [
    opened(),
    emails,
    { kind: 'stepChanged', step: 'displaycertify', status: 'waitingForApproval' },
    said('displaycertify', 'review.waiting', { id: 'REVIEW-000017' }),
    said('displaycertify', 'review.reminded', { number: 1 }),
    said('displaycertify', 'review.changesRequested', { actor: 'rev' }),
    said('displaycertify', 'review.comment', {
      actor: 'rev',
      text: 'Remove the key.',
      path: 'main.json',
      line: 7,
    }),
    said('displaycertify', 'review.moreComments', { count: 34 }),
    { kind: 'reviewDecided', step: 'displaycertify', actor: 'rev', decision: 'requestChanges' },
    { kind: 'stepChanged', step: 'displaycertify', status: 'rejected' },
  ],
  ownFailure: blockedAt('displayprovision', ownFault),
  stuckRun: [...atSignOff(), emails, preview],
  overdue: [
    opened(),
    emails,
    { kind: 'stepChanged', step: 'displayprovision', status: 'inProgress' },
    said('displayprovision', 'provisioning.waiting', {
      region: 'eastus',
      reason: 'Storage account eastus refused to write a page: 503 ServerBusy.',
    }),
  ],
};

function voted(code: string): readonly PublicationFact[] {
  const notBefore = '2027-01-31T09:00:00.000Z';
  return [
    said('publisher-signoff', code, { actor: 'ann', votes: 1, needed: 2, notBefore }),
    { kind: 'goLiveVoted', actor: 'ann', notBefore },
  ];
}

function findingsInReview(): readonly PublicationFact[] {
  const step = 'displaycertify';
  return [
    opened(),
    emails,
    { kind: 'stepChanged', step, status: 'inProgress' },
    { kind: 'findingsReported', step, findings: [unreadable] },
    { kind: 'reviewOpened', step, workItem },
    { kind: 'stepChanged', step, status: 'waitingForApproval' },
  ];
}

function inReview(): readonly PublicationFact[] {
  return [
    ...ofApplication(atSignOff()),
    emails,
    preview,
    { kind: 'goLiveApproved' },
    { kind: 'stepChanged', step: 'publisher-signoff', status: 'complete' },
    { kind: 'reviewOpened', step: 'microsoft-review', workItem },
    { kind: 'stepChanged', step: 'microsoft-review', status: 'waitingForApproval' },
  ];
}

export const allEvents = Object.keys(stories) as readonly MailEvent[];

export const statusAt = (event: MailEvent): PublicationStatus => after(...stories[event]);

const reasonOf: Partial<Record<MailEvent, Pick<MailFacts, 'reason'>>> = {
  stuckRun: { reason: 'publication.contoso.linux-vm: NonDeterministicError' },
  boardAway: { reason: 'The board answered 503.' },
  ownFailure: { reason: 'packageProduct: NotCertified: standard/1.0.0/os cannot be packaged.' },
};

/** A mail's facts as the activity gathers them. */
export function factsOf(event: MailEvent, change: Partial<MailFacts> = {}): MailFacts {
  const status = statusAt(event);
  return {
    event,
    number: 2,
    language: 'en',
    offerTitle: 'Linux VM',
    status,
    ...reasonOf[event],
    findings: status.steps.flatMap(({ findings }) => findings),
    links: {
      status: 'https://market.example/publishers/contoso/offers/linux-vm/status',
      support: 'https://market.example/publishers/contoso/offers/linux-vm/support',
      review: 'https://market.example/publishers/contoso/offers/linux-vm/review',
      site: 'https://market.example',
      temporal: 'https://temporal.example/run',
      certificationReport:
        'https://market.example/api/publishers/contoso/offers/linux-vm/operations/p1/certification-report',
      previews: [
        { subscriptionId: 'sub-1', uri: 'https://market.example/preview/contoso/linux-vm?token=t1' },
      ],
    },
    ...change,
  };
}

function said(
  step: string,
  code: string,
  params: Readonly<Record<string, string | number>>,
): PublicationFact {
  const level = code.startsWith('lead.') || code.startsWith('message.') ? 'error' : 'information';
  return {
    kind: 'messageAdded',
    step,
    level: code === 'provisioning.waiting' ? 'warning' : level,
    message: { code, params },
  };
}
