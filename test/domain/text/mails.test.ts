import type { Finding } from '../../../src/domain/certification/finding';
import { evolve } from '../../../src/domain/publication/evolve';
import { type Message, type Text, languages } from '../../../src/domain/text/language';
import type { MailEvent } from '../../../src/domain/text/mails/mail-event';
import { mailTable } from '../../../src/domain/text/mails/mail-table';
import { mailWords } from '../../../src/domain/text/mails/mail-words';
import { messageText } from '../../../src/domain/text/publication/publication';
import { composeMail, recipientsOf, showsPreview } from '../../../src/domain/text/mails/mails';
import { at } from '../publication/story';
import { allEvents, factsOf, missingTitle } from './mail-examples';

it.each(allEvents)('the English mail about %s reads like this', (event) => {
  const { subject, text } = composeMail(factsOf(event));

  expect(`To: ${recipientsOf(event)}\nSubject: ${subject}\n\n${text}`).toMatchSnapshot();
});

it.each(allEvents)(
  'the mail about %s says in every language what happened, to what, and what to do',
  (event) => {
    const mails = languages.map((language) => composeMail(factsOf(event, { language })));

    expect(new Set(mails.map(({ subject }) => subject)).size).toBe(languages.length);
    for (const [index, { subject, text, html }] of mails.entries()) {
      expect(subject).toContain('Linux VM');
      expect(text).toContain('contoso/linux-vm');
      expect(text).toContain(mailWords.next[languages[index]!]);
      expect(text).toContain('/publishers/contoso/offers/linux-vm/status');
      expect(text + subject + html).not.toMatch(/\{\w+\}|undefined/);
    }
  },
);

const texts: readonly (readonly [string, Text])[] = [
  ...Object.entries(mailTable).flatMap(([event, { subject, opening, next }]): [string, Text][] => [
    [`${event} subject`, subject],
    [`${event} opening`, opening],
    [`${event} next`, next],
  ]),
  ...Object.entries<Text>(mailWords),
];

it.each(texts)('%s has the same placeholders in every language', (_, text) => {
  const placeholders = languages.map((language) => (text[language].match(/\{\w+\}/g) ?? []).toSorted());

  for (const each of placeholders) expect(each).toEqual(placeholders[0]);
});

it('lists every finding with its fix and its rule, not only the ten that the status keeps', () => {
  const findings = Array.from({ length: 60 }, (_, index): Finding => ({
    ...missingTitle,
    target: { pointer: `/definition/plans/${index}/planId` },
  }));

  const { text, html } = composeMail(factsOf('certificationFailed', { findings }));

  for (const { target } of findings) {
    expect(text).toContain(`Where: ${target.pointer}\n`);
    expect(html).toContain(`Where: ${target.pointer}<`);
  }
  expect(text.match(/Fix: /g)).toHaveLength(60);
  expect(text.match(/https:\/\/market\.example\/docs\/rules#offer\.field-missing/g)).toHaveLength(60);
});

it.each<MailEvent>(['validationFailed', 'certificationFailed', 'stepFailed', 'changesRequested'])(
  'the mail about %s says that publishing starts over, and where support is',
  (event) => {
    const { text } = composeMail(factsOf(event));

    expect(text).toContain('Publishing starts again at Validate prerequisites');
    expect(text).toContain('/publishers/contoso/offers/linux-vm/support');
  },
);

it.each(languages)(
  'tells what reviewers said and where to answer, not that they were at work: %s',
  (language) => {
    const { text } = composeMail(factsOf('changesRequested', { language }));

    const at = (message: Message): string => messageText(message, language);
    expect(text).toContain('Remove the key.');
    expect(text).toContain(at({ code: 'review.moreComments', params: { count: 34 } }));
    expect(text).toContain(
      `${mailWords.reviewPage[language]}: https://market.example/publishers/contoso/offers/linux-vm/review`,
    );
    expect(text).not.toContain(at({ code: 'review.waiting', params: { id: 'REVIEW-000017' } }));
    expect(text).not.toContain(at({ code: 'review.reminded', params: { number: 1 } }));
  },
);

it('goes to operators and reviewers only where a publisher could do nothing', () => {
  const toOurselves = allEvents.filter((event) => recipientsOf(event) !== 'publisher');

  expect(toOurselves).toEqual([
    'addressMissing',
    'reviewReminder',
    'reviewEscalation',
    'boardAway',
    'ownFailure',
    'stuckRun',
    'overdue',
  ]);
});

it('carries preview links in the mails that ask for a decision, and in no other', () => {
  const showing = allEvents.filter((event) => showsPreview(event));
  const containing = allEvents.filter((event) => composeMail(factsOf(event)).text.includes('?token=t1'));

  expect(showing).toEqual(['previewReady', 'signOffReminder', 'goLiveVoted']);
  expect(containing).toEqual(showing);
});

it('sends nobody to look for leads that were not asked for', () => {
  const { status } = factsOf('live');
  const step = 'displaypackage';
  const message = { code: 'lead.skipped', params: {} };
  const skipped = evolve(status, { kind: 'messageAdded', step, level: 'information', message, at });

  const texts = [status, skipped].map((each) => composeMail(factsOf('live', { status: each })).text);

  expect(texts.map((text) => text.includes('customer lead arrives'))).toEqual([true, false]);
});

it('says it when nobody may see the preview', () => {
  const facts = factsOf('previewReady');

  const { text } = composeMail({ ...facts, links: { ...facts.links, previews: [] } });

  expect(text).toContain('No subscription is on the allow list');
});

const hostileTitles = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></head><body><h1>You won</h1>',
];

it.each(hostileTitles)('shows the title %s as nothing but words', (offerTitle) => {
  for (const event of allEvents) {
    const { html } = composeMail(factsOf(event, { offerTitle }));

    expect(html).not.toMatch(/<(script|img|h1)/);
    expect(html.match(/<title>/g)).toHaveLength(1);
    expect(html.match(/<body/g)).toHaveLength(1);
  }
});

it('keeps a subject on one line, in one direction and short', () => {
  const offerTitle = `A\r\nBcc: evil@x.example\u202Eslive\u0000${'x'.repeat(500)}`;

  const { subject } = composeMail(factsOf('live', { offerTitle }));

  expect(subject).not.toMatch(/[\p{Cc}\u202E]/u);
  expect(subject.length).toBeLessThan(120);
});

it('does not let a stranger’s words look like lines of ours', () => {
  const { offerTitle, ...facts } = factsOf('canceled');
  const forged = {
    code: 'cancel.accepted',
    params: { actor: 'ann', reason: 'x\n\nWhat to do next\nPay at evil' },
  };
  const steps = facts.status.steps.map((step) =>
    step.id === 'publisher-signoff'
      ? { ...step, messages: [{ at: '', level: 'information' as const, message: forged }] }
      : step,
  );

  const { text } = composeMail({ ...facts, offerTitle, status: { ...facts.status, steps } });

  expect(text.match(/^What to do next$/gm)).toHaveLength(1);
  expect(text).toContain('ann canceled publishing. x What to do next Pay at evil');
});

it('makes links of web addresses only', () => {
  const facts = factsOf('live');
  const liveLinks = [{ text: 'Click', uri: 'javascript:alert(1)' }];

  const { html } = composeMail({ ...facts, status: { ...facts.status, liveLinks } });

  expect(html).not.toContain('href="javascript:');
});

it('loads nothing from elsewhere and follows dark mode', () => {
  const { html } = composeMail(factsOf('previewReady'));

  expect(html).not.toMatch(/<(img|link|script|iframe)|url\(/);
  expect(html).not.toMatch(/color:\s*#|background/);
  expect(html).toContain('<meta name="color-scheme" content="light dark">');
});
