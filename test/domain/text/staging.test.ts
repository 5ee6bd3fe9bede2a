import type { PublicationFact } from '../../../src/domain/publication/events';
import { pipelineOf } from '../../../src/domain/publication/pipelines';
import { scenariosOf } from '../../../src/domain/product-page/scenarios';
import type { PublicationStatus } from '../../../src/domain/publication/status';
import { waitingOf } from '../../../src/domain/publication/waiting';
import { goLiveLines } from '../../../src/domain/text/publication/go-live-state';
import { historyKindText, historyText } from '../../../src/domain/text/history/history';
import { situationLabel, statusLabel, stepName } from '../../../src/domain/text/labels';
import { type Text, languages } from '../../../src/domain/text/language';
import type { MailEvent } from '../../../src/domain/text/mails/mail-event';
import { stagingMails } from '../../../src/domain/text/mails/mail-table-staging';
import { composeMail, mailSubject } from '../../../src/domain/text/mails/mails';
import { messageText, publicationTexts } from '../../../src/domain/text/publication/publication';
import {
  stagingCommands,
  stagingMessages,
  stagingSituations,
  stagingWaiting,
} from '../../../src/domain/text/publication/staging-texts';
import { waitingText } from '../../../src/domain/text/publication/waiting';
import { goodStaged } from '../offer/good-staged';
import { after, atSignOff, tell } from '../publication/story';
import { factsOf } from './mail-examples';

const pipeline = pipelineOf('staged-offer', 'virtual-machine')!;
const goesLive =
  /go.?live|goes live|puesta en producción|poner en producción|(?<!\p{L})(?:запуск|запустить)(?!\p{L})|推出/iu;

/** The same story of an offer of the 2015 portal. */
const ofStaged = (facts: readonly PublicationFact[], votes = 1): readonly PublicationFact[] =>
  facts.map((fact) => {
    if (fact.kind === 'opened')
      return { ...fact, offerType: 'staged-offer', pipeline: { ...pipeline, votes } };
    return fact.kind === 'stepChanged' && fact.step === 'publisher-signoff'
      ? { ...fact, step: 'request-approval' }
      : fact;
  });

const inStaging = (votes = 1): PublicationStatus => after(...ofStaged(atSignOff(), votes));

const texts: readonly [string, Text][] = [
  ...Object.entries(stagingMessages),
  ...Object.entries(stagingSituations),
  ...Object.entries(stagingCommands),
  ...Object.entries(stagingWaiting),
  ...Object.values(stagingMails).flatMap(({ subject, opening, next }): [string, Text][] => [
    ['subject', subject],
    ['opening', opening],
    ['next', next],
  ]),
];

it.each(texts)('%s never says go live, and has the same placeholders in every language', (_name, text) => {
  const placeholders = languages.map((language) => (text[language].match(/\{\w+\}/g) ?? []).toSorted());

  for (const each of placeholders) expect(each).toEqual(placeholders[0]);
  for (const language of languages) expect(text[language]).not.toMatch(goesLive);
});

it.each(Object.keys(stagingMessages) as (keyof typeof stagingMessages)[])(
  '%s takes the params of the message it stands for',
  (code) => {
    const placeholders = (text: Text | undefined): readonly string[] =>
      (text?.en.match(/\{\w+\}/g) ?? []).toSorted();

    expect(placeholders(stagingMessages[code])).toEqual(placeholders(publicationTexts[code]));
  },
);

it.each<MailEvent>([
  'previewReady',
  'signOffReminder',
  'reviewStarted',
  'reviewApproved',
  'live',
  'canceled',
])('the mail about %s reads like this for a staged offer', (event) => {
  const status: PublicationStatus = { ...factsOf(event).status, offerType: 'staged-offer' };
  const scenarios = scenariosOf(goodStaged['virtual-machine']());

  const mails = languages.map((language) => composeMail(factsOf(event, { status, scenarios, language })));

  for (const { subject, text } of mails)
    expect(`${subject}\n${text}`.replaceAll(/offer go-live \S+/g, '')).not.toMatch(goesLive);
  expect(mails[0]?.text).toMatchSnapshot();
});

it.each([
  ['virtual-machine', 'copied to all regions first; this usually takes 24-48 hours.'],
  ['data-service', 'It goes to production now.\n\nThis usually takes a few hours.'],
] as const)('the mail about an approved %s tells how long its own next step takes', (kind, words) => {
  const own = pipelineOf('staged-offer', kind)!;
  const status: PublicationStatus = {
    ...factsOf('reviewApproved').status,
    offerType: 'staged-offer',
    pipeline: own,
  };

  const { text } = composeMail(factsOf('reviewApproved', { status, step: 'final-review' }));

  expect(text).toContain(words);
  expect(text.includes('regions')).toBe(kind === 'virtual-machine');
});

it.each([
  ['virtual-machine', true],
  ['solution-template', true],
  ['developer-service', false],
  ['data-service', false],
] as const)('the mail about a live %s asks to deploy it: %s', (kind, isDeployed) => {
  const scenarios = scenariosOf(goodStaged[kind]());
  const status: PublicationStatus = { ...factsOf('live').status, offerType: 'staged-offer' };

  const { text } = composeMail(factsOf('live', { status, scenarios }));

  expect(text.includes('Deploy every plan')).toBe(isDeployed);
});

it('the mail about a live consulting service, which is words alone, asks to deploy nothing', () => {
  const pipeline = pipelineOf('consulting-services', 'publish')!;
  const status: PublicationStatus = {
    ...factsOf('live').status,
    offerType: 'consulting-services',
    pipeline,
  };

  expect(composeMail(factsOf('live', { status })).text).not.toContain('Deploy every plan');
});

it.each<MailEvent>(['validationFailed', 'certificationFailed', 'stepFailed', 'changesRequested'])(
  'the mail about %s leads back to the walkthrough',
  (event) => {
    const status: PublicationStatus = { ...factsOf(event).status, offerType: 'staged-offer' };

    expect(composeMail(factsOf(event, { status })).text).toContain('until the walkthrough is complete');
  },
);

it('calls what is live listed: status, list, last step and subject of the mail', () => {
  const listed = after(...ofStaged(atSignOff()), { kind: 'ended', outcome: 'live' });

  expect(statusLabel(listed, 'en')).toBe('Listed');
  expect(situationLabel('live', 'en', 'staged-offer')).toBe('Listed');
  expect(situationLabel('live', 'en', 'microsoft-azure-applications')).toBe('Live');
  expect(stepName('live', 'en', 'staged-offer')).toBe('Listed');
  expect(mailSubject('live', 'en', { title: 'Speech', offerType: 'staged-offer' })).toBe('Speech is listed');
});

it('answers a request for approval in its own words, on every face', () => {
  const { answer, status } = tell(inStaging(), 'goLive', { requestId: 'r1', actor: 'ann' });

  expect(messageText(answer.message, 'en')).toBe('ann requested approval to push to production.');
  const told = status.steps
    .flatMap(({ messages }) => messages)
    .map(({ message }) => messageText(message, 'en'));
  expect(told).toContain('ann requested approval to push to production.');
});

it('names the request when it comes too early', () => {
  const early = after(...ofStaged(atSignOff().slice(0, 1)));

  const { answer } = tell(early, 'goLive', { requestId: 'r1', actor: 'ann' });

  expect(messageText(answer.message, 'en')).toContain('Request approval to push to production');
});

it('waits for the publisher to test and to request', () => {
  const waiting = waitingOf(inStaging())!;

  expect(waitingText(waiting, 'en', 'staged-offer')).toContain('test the offer in staging');
  expect(waitingText(waiting, 'en', 'microsoft-azure-applications')).toContain('Go live');
});

describe('who decides, and when', () => {
  it('is not told where one person decides at once', () => {
    expect(goLiveLines(inStaging(), 'en')).toEqual([]);
  });

  it('is told with who has voted, who is missing and the date', () => {
    const { status } = tell(inStaging(2), 'goLive', {
      requestId: 'r1',
      actor: 'ann',
      notBefore: '2027-01-31T09:00:00Z',
    });

    expect(goLiveLines(inStaging(2), 'en')).toEqual([
      'Requested approval to push to production: 0 of 2 (nobody yet).',
      'Still needed: 2. Each must be somebody else of the publisher who may publish.',
    ]);
    expect(goLiveLines(status, 'en')).toEqual([
      'Requested approval to push to production: 1 of 2 (ann).',
      'Still needed: 1. Each must be somebody else of the publisher who may publish.',
      'Not before Jan 31, 2027, 9:00:00 AM UTC.',
    ]);
  });

  it('is told in every language', () => {
    const { status } = tell(after(...atSignOff({ votes: 2 })), 'goLive', { requestId: 'r', actor: 'ann' });

    expect(goLiveLines(status, 'en')[0]).toBe('Agreed to go live: 1 of 2 (ann).');
    expect(new Set(languages.map((language) => goLiveLines(status, language).join())).size).toBe(4);
  });
});

it('tells the history in its own words, the subject of its mails included', () => {
  const event = {
    publisherId: 'contoso',
    offerId: 'speech',
    kind: 'goLiveVoted',
    payload: { actor: 'ann' },
    isVouchedFor: true,
  };
  const mailed = { ...event, kind: 'mailSent', payload: { event: 'live', number: 1, title: 'Speech' } };

  expect(historyText({ ...event, offerType: 'staged-offer' }, 'en')).toBe(
    'Approval to push to production was requested.',
  );
  expect(historyText(event, 'en')).toBe('Go live was clicked.');
  expect(historyText({ ...mailed, offerType: 'staged-offer' }, 'en')).toContain('Speech is listed');
  expect(historyKindText('wentLive', 'en', 'staged-offer')).toBe('Listed');
});
