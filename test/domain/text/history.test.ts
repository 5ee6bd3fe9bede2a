import type { PublicationFact } from '../../../src/domain/publication/events';
import { pipelineOf } from '../../../src/domain/publication/pipelines';
import { historyKindText, historyText } from '../../../src/domain/text/history/history';
import {
  historyKinds,
  type OfferEventKind,
  type PublisherEventKind,
} from '../../../src/domain/text/history/history-kinds';
import { languages } from '../../../src/domain/text/language';

type Kind = keyof typeof historyKinds;
type Facts = { readonly [K in PublicationFact['kind']]: Omit<Extract<PublicationFact, { kind: K }>, 'kind'> };

const step = 'publisher-signoff';
const webhook = {
  webhookId: 'w-1',
  receiver: 'ci.contoso.example',
  kinds: [],
  mode: 'structured',
  state: 'active',
};
const token = { tokenId: 't-1', name: 'ci', role: 'Contributor', expiresAt: null };
const facts: Facts &
  Readonly<Record<OfferEventKind | PublisherEventKind, Readonly<Record<string, unknown>>>> = {
  draftSaved: { etag: 'W/"1"' },
  draftDiscarded: { etag: 'W/"1"', title: 'Contoso Linux' },
  operationAccepted: { operationId: 'o-1', operationKind: 'goLive' },
  operationChanged: { operationId: 'o-1', operationKind: 'publish', state: 'failed' },
  versionFrozen: { offerVersion: 3, regions: ['westeurope', 'eastus'] },
  previewSet: { offerVersion: 3, packageDigest: 'abcdef0123456789' },
  previewCleared: { offerVersion: 3 },
  productionSet: { offerVersion: 3, packageDigest: 'abcdef0123456789' },
  supportRequested: { caseNumber: 'CASE-000001', step },
  reviewThreadOpened: { threadId: 't-1', file: 'basic/mainTemplate.json', line: 12, pointer: null },
  reviewThreadAnswered: { threadId: 't-1', file: null, line: null, pointer: '/definition/plans/0/planId' },
  reviewThreadResolved: { threadId: 't-1', file: null, line: null, pointer: null },
  reviewThreadReopened: { threadId: 't-1', file: null, line: null, pointer: null },
  exceptionGranted: {
    exceptionId: 'e-1',
    planId: 'small',
    ruleId: 'guest.bash-history',
    reason: 'Cured in May.',
    until: '2026-05-01T00:00:00.000Z',
  },
  exceptionEnded: {
    exceptionId: 'e-1',
    planId: null,
    ruleId: 'guest.bash-history',
    reason: 'Cured in May.',
    until: '2026-05-01T00:00:00.000Z',
  },
  mailSent: { event: 'stepFailed', number: 1, to: 'ann@contoso.com', title: 'Contoso Web Shop' },
  started: {
    publicationId: 'p',
    publisherId: 'contoso',
    offerId: 'linux-vm',
    language: 'en',
    requestedBy: 'ann',
  },
  opened: {
    offerType: 'microsoft-azure-virtualmachines',
    offerVersion: 3,
    pipeline: pipelineOf('microsoft-azure-virtualmachines', 'publish')!,
    language: 'en',
  },
  stepChanged: { step, status: 'waitingForPublisherReview' },
  messageAdded: {
    step,
    level: 'information',
    message: { code: 'goLive.accepted', params: { actor: 'ann' } },
  },
  findingsReported: {
    step,
    findings: [
      {
        ruleId: 'vm.vhd.size-alignment',
        severity: 'error',
        params: {},
        target: {},
        actual: '1',
        expected: '2',
      },
    ],
  },
  reviewOpened: {
    step: 'microsoft-review',
    workItem: { board: 'own', id: '17', url: 'https://market.example/reviews/17' },
  },
  emailsProvided: { emails: ['ann@contoso.com', 'bob@contoso.com'], actor: 'ann' },
  goLiveVoted: { actor: 'ann', notBefore: '2026-12-24T08:00:00.000Z' },
  goLiveWithdrawn: { actor: 'ann' },
  goLiveApproved: {},
  cancelRequested: { actor: 'ann', reason: 'a typo' },
  reviewDecided: { step, actor: 'rita', decision: 'requestChanges' },
  previewOpened: { links: [{ text: 'Preview', uri: 'https://offers.example/p' }] },
  wentLive: { links: [{ text: 'Azure Marketplace', uri: 'https://offers.example/m' }] },
  ended: { outcome: 'rejected' },
  gaveUp: { message: { code: 'failure.own', params: { activity: 'certify' } } },
  publisherCreated: {},
  publisherChanged: { displayText: 'Contoso Ltd.', language: 'es', goLiveVotes: 1 },
  tokenCreated: { ...token, expiresAt: '2027-12-31T00:00:00.000Z' },
  tokenRevoked: token,
  webhookCreated: webhook,
  webhookChanged: { ...webhook, state: 'disabled', disabledBecause: { code: 'webhook.gone', params: {} } },
  webhookSecretChanged: webhook,
  webhookRemoved: webhook,
  publisherExceptionGranted: {
    exceptionId: 'e-1',
    planId: null,
    ruleId: 'guest.bash-history',
    reason: 'Cured in May.',
    until: '2026-05-01T00:00:00.000Z',
  },
  publisherExceptionEnded: {
    exceptionId: 'e-1',
    planId: null,
    ruleId: 'guest.bash-history',
    reason: 'Cured in May.',
    until: '2026-05-01T00:00:00.000Z',
  },
};
const kinds = Object.keys(facts) as Kind[];
const tell = (kind: string, language: 'en' | 'es' | 'ru' | 'zh', isVouchedFor = true): string =>
  historyText(
    {
      publisherId: 'contoso',
      offerId: 'linux-vm',
      kind,
      payload: (facts as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[kind] ?? {},
      isVouchedFor,
    },
    language,
  );

it('tells each kind of event in one line', () => {
  expect(Object.fromEntries(kinds.map((kind) => [kind, tell(kind, 'en')]))).toMatchInlineSnapshot(`
   {
     "cancelRequested": "Canceling was asked for. a typo",
     "draftDiscarded": "The draft of “Contoso Linux” was discarded.",
     "draftSaved": "The draft was saved.",
     "emailsProvided": "Mails go to ann@contoso.com, bob@contoso.com.",
     "ended": "Publishing ended: Changes requested.",
     "exceptionEnded": "guest.bash-history counts again; the exception would have lasted until May 1, 2026, 12:00:00 AM UTC.",
     "exceptionGranted": "small: guest.bash-history need not be kept until May 1, 2026, 12:00:00 AM UTC. Cured in May.",
     "findingsReported": "Publisher sign-off: findings: 1. The virtual size of 1 bytes is not a multiple of 1 MiB.",
     "gaveUp": "Publishing stopped through a fault of ours. Certification: something went wrong on our side. An operator is looking at it; you need not do anything.",
     "goLiveApproved": "The go-live is decided.",
     "goLiveVoted": "Go live was clicked. Dec 24, 2026, 8:00:00 AM UTC.",
     "goLiveWithdrawn": "The go-live was withdrawn.",
     "mailSent": "Mail to ann@contoso.com: Contoso Web Shop: publishing failed at …",
     "messageAdded": "Publisher sign-off: ann decided to go live.",
     "opened": "Version 3 is being published. Steps: 7.",
     "operationAccepted": "Go live: accepted (operation o-1).",
     "operationChanged": "Publish: failed (operation o-1).",
     "previewCleared": "Version 3 was taken out of preview.",
     "previewOpened": "The preview can be opened.",
     "previewSet": "Version 3 is in preview (package abcdef012345).",
     "productionSet": "Version 3 is in production (package abcdef012345).",
     "publisherChanged": "The publisher was changed. Name: “Contoso Ltd.”. Language: es. People who must agree to a go-live: 1.",
     "publisherCreated": "The publisher was made.",
     "publisherExceptionEnded": "guest.bash-history counts for every offer again; the exception would have lasted until May 1, 2026, 12:00:00 AM UTC.",
     "publisherExceptionGranted": "No offer need keep guest.bash-history until May 1, 2026, 12:00:00 AM UTC. Cured in May.",
     "reviewDecided": "Publisher sign-off: changes requested",
     "reviewOpened": "Work item 17 was made for the reviewers.",
     "reviewThreadAnswered": "A review thread was answered: /definition/plans/0/planId",
     "reviewThreadOpened": "A review thread was opened: basic/mainTemplate.json:12",
     "reviewThreadReopened": "A review thread was reopened: contoso/linux-vm",
     "reviewThreadResolved": "A review thread was resolved: contoso/linux-vm",
     "started": "Publishing was started.",
     "stepChanged": "Publisher sign-off: Waiting for your sign-off",
     "supportRequested": "Support request CASE-000001 was stored. Publisher sign-off.",
     "tokenCreated": "Token ci was made, with the role Contributor. It is good until Dec 31, 2027, 12:00:00 AM UTC.",
     "tokenRevoked": "Token ci was revoked; its role was Contributor.",
     "versionFrozen": "The draft was frozen as version 3. Regions: westeurope, eastus.",
     "webhookChanged": "The webhook to ci.contoso.example was changed. It is disabled. The receiver answered 410: nobody wants the events any more.",
     "webhookCreated": "A webhook to ci.contoso.example was made.",
     "webhookRemoved": "The webhook to ci.contoso.example was removed.",
     "webhookSecretChanged": "The webhook to ci.contoso.example got a new secret.",
     "wentLive": "The offer is live in: Azure Marketplace.",
   }
  `);
});

it.each(kinds)('leaves no placeholder open in "%s", and says it in four languages', (kind) => {
  const texts = languages.map((language) => tell(kind, language));

  expect(texts.join()).not.toMatch(/[{}]|undefined|null|\[object/);
  expect(new Set(texts).size).toBe(languages.length);
  expect(new Set(languages.map((language) => historyKindText(kind, language))).size).toBe(languages.length);
});

it('calls a mail by the ids of the offer where nobody wrote down its title', () => {
  const payload = { event: 'live', number: 1, to: 'ann@contoso.com' };
  const event = {
    publisherId: 'contoso',
    offerId: 'linux-vm',
    kind: 'mailSent',
    payload,
    isVouchedFor: true,
  };

  expect(historyText(event, 'en')).toBe('Mail to ann@contoso.com: contoso/linux-vm is live');
});

it('has words for every kind of event there is', () => {
  expect(kinds.toSorted()).toEqual(Object.keys(historyKinds).toSorted());
});

it('says when somebody only claims to be who they say', () => {
  expect(tell('messageAdded', 'en', false)).toContain('ann (unverified)');
});

it.each(['newKindOfTomorrow', '__proto__', 'constructor', 'toString'])(
  'shows the unknown kind %s by its own name',
  (kind) => {
    expect([tell(kind, 'en'), historyKindText(kind, 'ru')]).toEqual([kind, kind]);
  },
);
