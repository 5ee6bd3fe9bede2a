import { offerTypeIds } from '../../../src/domain/offer/document';
import type { PublicationFact } from '../../../src/domain/publication/events';
import { pipelineOf } from '../../../src/domain/publication/pipelines';
import type { OfferStatus } from '../../../src/domain/publication/status';
import {
  currentStateText,
  estimateText,
  expectedStateText,
  statusLabel,
  stepName,
  stepStatusLabel,
} from '../../../src/domain/text/labels';
import { type Language, languages } from '../../../src/domain/text/language';
import { after, atSignOff, opened } from '../publication/story';

const scheduled: PublicationFact = {
  kind: 'goLiveVoted',
  actor: 'ann',
  notBefore: '2027-01-01T00:00:00.000Z',
};
const blocked: PublicationFact = { kind: 'stepChanged', step: 'displaycertify', status: 'blocked' };
const ended = (outcome: 'live' | 'failed' | 'canceled' | 'rejected'): PublicationFact => ({
  kind: 'ended',
  outcome,
});

it.each<[string, readonly PublicationFact[]]>([
  ['Publish in progress', [opened()]],
  ['Awaiting publisher sign-off', atSignOff()],
  ['Awaiting publisher sign-off', [...atSignOff({ votes: 2 }), { kind: 'goLiveVoted', actor: 'ann' }]],
  ['Go live scheduled', [...atSignOff(), scheduled]],
  ['Publish in progress', [...atSignOff(), scheduled, { kind: 'goLiveApproved' }]],
  ['In review', [opened(), { kind: 'stepChanged', step: 'displaycertify', status: 'waitingForApproval' }]],
  ['Live', [...atSignOff(), ended('live')]],
  ['Publish failed', [opened(), blocked, ended('failed')]],
  ['Publish canceled', [...atSignOff(), ended('canceled')]],
  ['Changes requested', [opened(), ended('rejected')]],
  [
    'Publish failed - we are on it',
    [opened(), { kind: 'gaveUp', message: { code: 'failure.own', params: {} } }],
  ],
])('says "%s" in that situation', (label, facts) => {
  expect(statusLabel(after(...facts), 'en')).toBe(label);
});

it.each<[OfferStatus, string]>([
  ['neverPublished', 'Draft'],
  ['notStarted', 'Draft'],
  ['running', 'Publish in progress'],
  ['waitingForPublisherReview', 'Awaiting publisher sign-off'],
  ['succeeded', 'Live'],
  ['canceled', 'Publish canceled'],
  ['failed', 'Publish failed'],
])('a list says about the bare status %s: %s', (status, label) => {
  expect(statusLabel(status, 'en')).toBe(label);
});

it('names every step of the pipeline in four different ways', () => {
  for (const { id } of after(opened()).steps) {
    const names = languages.map((language) => stepName(id, language));
    expect(names).not.toContain(id);
    expect(new Set(names).size).toBe(languages.length);
  }
});

it('shows a step of another release by its id', () => {
  expect(stepName('later-step', 'es')).toBe('later-step');
  expect(currentStateText('later-step: later-status', 'es')).toBe('later-step: later-status');
  expect(expectedStateText('later-status', 'es')).toBe('later-status');
});

it.each([
  ['neverPublished', 'Draft'],
  ['succeeded', 'Live'],
  ['rejected', 'Changes requested'],
  ['displaycertify: blocked', 'Certification - Failed'],
])('tells a refused sender that the publication is %s', (current, words) => {
  expect(currentStateText(current, 'en')).toBe(words);
});

describe('an estimate', () => {
  const planned = offerTypeIds.flatMap((offerType) => pipelineOf(offerType, 'publish')?.steps ?? []);
  const estimated = planned.filter(({ estimate }) => estimate !== '');
  const told = (language: Language): readonly string[] =>
    estimated.map((step) => `${step.id}: ${estimateText(step, language)}`);

  it('is told in the words of the documented process', () => {
    expect(told('en')).toEqual(estimated.map(({ id, estimate }) => `${id}: ${estimate}`));
    expect(estimated.length).toBeGreaterThan(3);
  });

  it.each([
    ['es', '< 1 día', '< 5 días', 'unas horas'],
    ['ru', '< 1 дня', '< 5 дней', 'несколько часов'],
    ['zh', '< 1 天', '< 5 天', '几小时'],
  ] as const)('says the same in %s, number and unit', (language, day, days, hours) => {
    expect(told(language)).toEqual(
      expect.arrayContaining([`displayprovision: ${day}`, `displaycertify: ${days}`, `live: ${hours}`]),
    );
    const numbers = (texts: readonly string[]): readonly unknown[] =>
      texts.map((text) => /\d/.exec(text)?.[0]);
    expect(numbers(told(language))).toEqual(numbers(told('en')));
  });

  it('that no table knows is told by its hours, and none at all by nothing', () => {
    expect(estimateText({ estimate: 'a week or so', estimateHours: 4 }, 'es')).toBe('< 4 h');
    expect(estimateText({ estimate: '', estimateHours: 0 }, 'zh')).toBe('');
  });
});

it('tells a refused reviewer whose decision is needed', () => {
  expect(expectedStateText('anotherActor', 'en')).toBe('a reviewer who did not sign off');
  expect(stepStatusLabel('waitingForApproval', 'ru')).toBe('На проверке');
});
