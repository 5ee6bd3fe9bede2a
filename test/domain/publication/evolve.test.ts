import { after, atSignOff, opened } from './story';

it('keeps the newest 50 messages of a step, 500 characters each, and counts all', () => {
  const many = Array.from({ length: 60 }, (_, index) => ({
    kind: 'messageAdded' as const,
    step: 'displaycertify',
    level: 'information' as const,
    message: { code: 'message.unknown', params: { name: `${index}-${'x'.repeat(600)}` } },
  }));

  const step = after(opened(), ...many).steps.find(({ id }) => id === 'displaycertify');

  expect(step?.messageCount).toBe(60);
  expect(step?.messages).toHaveLength(50);
  expect(step?.messages.at(-1)?.message.params['name']).toHaveLength(500);
  expect(String(step?.messages[0]?.message.params['name'])).toMatch(/^10-/);
});

it('returns to step 1 when canceled, and keeps the story of the attempt', () => {
  const status = after(
    ...atSignOff(),
    { kind: 'previewOpened', links: [{ text: 'Azure Marketplace', uri: 'http://127.0.0.1/preview' }] },
    { kind: 'cancelRequested', actor: 'ann' },
    { kind: 'ended', outcome: 'canceled' },
  );

  expect(status.steps.map((step) => step.status)).toEqual(status.steps.map(() => 'notStarted'));
  expect(status.steps.find(({ id }) => id === 'publisher-signoff')?.startedAt).toBeDefined();
  expect(status).toMatchObject({
    status: 'canceled',
    cancellation: 'canceled',
    outcome: 'canceled',
    previewLinks: [],
  });
});

it.each([
  ['nothing yet', [], 'running', 'cannotCancel'],
  ['sign-off', atSignOff(), 'waitingForPublisherReview', 'canCancel'],
  [
    'a requested cancel',
    [...atSignOff(), { kind: 'cancelRequested', actor: 'ann' }],
    'waitingForPublisherReview',
    'cancelRequested',
  ],
  [
    'an approved go-live',
    [...atSignOff(), { kind: 'goLiveApproved' }],
    'waitingForPublisherReview',
    'cannotCancel',
  ],
  ['live', [...atSignOff(), { kind: 'ended', outcome: 'live' }], 'succeeded', 'cannotCancel'],
  ['certification under untilLive', [opened({ cancelPolicy: 'untilLive' })], 'running', 'canCancel'],
  [
    'a request for changes under untilLive',
    [
      opened({ cancelPolicy: 'untilLive' }),
      { kind: 'stepChanged', step: 'displaycertify', status: 'rejected' },
    ],
    'running',
    'cannotCancel',
  ],
] as const)(
  'after %s the offer and its cancel button say the truth',
  (_situation, facts, status, cancellation) => {
    expect(after(...facts)).toMatchObject({ status, cancellation });
  },
);
