import { messageText, publicationTexts } from '../../../src/domain/text/publication/publication';
import { datedTexts } from '../../../src/domain/text/publication/publication-steps';
import { type Text, languages } from '../../../src/domain/text/language';

const codes = Object.entries<Text>(publicationTexts);
const everyText = [...codes, ...Object.entries<Text>(datedTexts)];
const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(String).toSorted();

it.each(everyText)('%s has words in every language, with the same placeholders', (_, text) => {
  for (const language of languages) {
    expect(text[language].trim()).not.toBe('');
    expect(placeholders(text[language])).toEqual(placeholders(text.en));
  }
});

it.each(everyText)('%s is really translated', (_, text) => {
  expect(new Set(Object.values(text)).size).toBe(languages.length);
  expect(text.ru).toMatch(/[а-я]/);
  expect(text.zh).toMatch(/\p{Script=Han}/u);
});

/** One value for every param beside the codes in message-codes.ts. */
const params = {
  artefact: 'basic/1.0.0/os',
  digest: 'ab'.repeat(32),
  since: '2026-11-20T08:00:00.000Z',
  count: 3,
  actor: 'ann',
  region: 'westeurope',
  bytes: 1536,
  reason: 'server busy',
  cause: 'replicate: ReplicaMissing: no replica',
  destination: 'AzureTable',
  token: 't-1',
  answer: '403',
  number: 2,
  days: 30,
  notBefore: '2027-01-31T09:00:00.000Z',
  votes: 1,
  needed: 2,
  text: 'please fix',
  path: 'main.json',
  line: 12,
  name: 'goLive',
  problem: 'no object',
  publicationId: 'p-1',
  expected: 'waitingForPublisherReview',
  current: 'displaycertify: inProgress',
  event: 'live',
  activity: 'replicate',
  workflowId: 'w',
  id: '17',
};

it.each(codes)('%s leaves no placeholder behind when it is filled', (code) => {
  for (const language of languages)
    expect(messageText({ code, params }, language)).not.toMatch(/[{}]|undefined/);
});

it.each([
  ['provisioning.copied', 'westeurope: 1.5 KiB copied and verified.'],
  [
    'certification.found',
    'basic/1.0.0/os is already certified: the certification of Nov 20, 2026, 8:00:00 AM UTC still holds.',
  ],
  [
    'provisioning.found',
    'westeurope: the verified replicas (3) have been there since Nov 20, 2026, 8:00:00 AM UTC; nothing to copy.',
  ],
  ['review.comment', 'ann commented: please fix (main.json:12)'],
  [
    'message.wrongState',
    '"Go live" is not possible now. Needed: Awaiting publisher sign-off. Current: Certification - In progress.',
  ],
])('%s tells quantities, times and states in words', (code, expected) => {
  expect(messageText({ code, params }, 'en')).toBe(expected);
});

it('names buttons and people in the reader’s language', () => {
  const tooLate = { code: 'message.alreadyDecided', params: { name: 'cancel' } };
  const goLive = (actor: string) => ({ code: 'goLive.accepted', params: { actor } });

  expect(messageText(tooLate, 'es')).toContain('«Cancelar publicación»');
  expect(messageText(goLive('api'), 'en')).toBe('The operator decided to go live.');
  expect(messageText(goLive('portal'), 'ru')).toContain('Издатель (портал)');
  expect(messageText(goLive('ann'), 'en')).toBe('ann decided to go live.');
  expect(messageText({ code: 'goLive.accepted', params: {} }, 'en')).toBe('Somebody decided to go live.');
});

it.each(['later', 'constructor', ''])('shows a message of another release by its own name: "%s"', (name) => {
  expect(messageText({ code: 'message.alreadyDecided', params: { name } }, 'en')).toContain(`"${name}"`);
});

it('marks an actor nobody vouched for', () => {
  const params = { actor: 'ann', reason: '', unverified: 1 };

  const texts = languages.map((language) => messageText({ code: 'cancel.accepted', params }, language));

  expect(texts[0]).toBe('ann (unverified) canceled publishing.');
  expect(new Set(texts.map((text) => /ann ?[(（]([^)）]+)/.exec(text)?.[1])).size).toBe(languages.length);
});

it.each([
  ['withdraw', 'Clean-up: '],
  ['replicate', 'Provisioning: '],
  ['', 'Publishing: '],
  ['later', 'later: '],
])('tells work "%s" by the name people know', (activity, beginning) => {
  const message = { code: 'failure.own', params: { activity, reason: 'x' } };

  expect(messageText(message, 'en').startsWith(beginning)).toBe(true);
});

it('names the mail that could not be delivered, and shows one of another release as it came', () => {
  const failed = (event: string) => ({ code: 'mail.failed', params: { event, reason: '550' } });

  expect(messageText(failed('previewReady'), 'es')).toContain('(vista previa lista)');
  expect(messageText(failed('constructor'), 'en')).toContain('(constructor)');
});

it('leaves out since when replicas are there where an earlier release did not say', () => {
  const { since: _, ...undated } = params;

  expect(messageText({ code: 'provisioning.found', params: undated }, 'en')).toBe(
    'westeurope: the verified replicas were already there (3); nothing to copy.',
  );
});

it('leaves out a place and a reason that nobody gave', () => {
  const comment = { code: 'review.comment', params: { actor: 'rev', text: 'fine', path: '', line: 0 } };
  const cancel = { code: 'cancel.accepted', params: { actor: 'ann', reason: '' } };

  expect(messageText(comment, 'en')).toBe('rev commented: fine');
  expect(messageText(cancel, 'en')).toBe('ann canceled publishing.');
});

it.each(['package.of-a-later-release', 'constructor', '__proto__'])(
  'shows the unknown code %s as it is',
  (code) => {
    expect(messageText({ code, params: {} }, 'ru')).toBe(code);
  },
);

it('shows a time that is none as it came instead of failing', () => {
  const message = { code: 'goLive.scheduled', params: { actor: 'ann', notBefore: 'tomorrow' } };

  expect(messageText(message, 'en')).toContain('for tomorrow.');
});
