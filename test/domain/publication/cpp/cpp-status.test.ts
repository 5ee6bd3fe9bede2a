import { type CppWords, toCppStatus } from '../../../../src/domain/publication/cpp/cpp-status';
import { after, at, atSignOff, opened } from '../story';

const codes: CppWords = { message: ({ message }) => message.code, finding: ({ ruleId }) => ruleId };

it('answers with the keys, ids and names of the Cloud Partner Portal, and with nothing else', () => {
  const status = after(...atSignOff(), {
    kind: 'emailsProvided',
    emails: ['a@x.com', 'b@x.com'],
    actor: 'ann',
  });

  const cpp = toCppStatus(status, codes);

  expect(Object.keys(cpp)).toEqual([
    'status',
    'messages',
    'publishingVersion',
    'offerVersion',
    'cancellationRequestState',
    'steps',
    'previewLinks',
    'liveLinks',
    'notificationEmails',
  ]);
  expect(cpp).toMatchObject({
    status: 'waitingForPublisherReview',
    cancellationRequestState: 'canCancel',
    notificationEmails: 'a@x.com,b@x.com',
  });
  expect(cpp.steps.map(({ id, stepName }) => [id, stepName])).toEqual([
    ['displaydummycertify', 'Validate Pre-Requisites'],
    ['displaycertify', 'Certification'],
    ['displayprovision', 'Provisioning'],
    ['displaypackage', 'Packaging and Lead Generation Registration'],
    ['publisher-signoff', 'Publisher signoff'],
    ['live', 'Live'],
  ]);
  expect(cpp.steps[0]).toEqual({
    estimatedTimeFrame: '< 1 day',
    id: 'displaydummycertify',
    stepName: 'Validate Pre-Requisites',
    description: 'Every mandatory field of the offer is checked.',
    status: 'complete',
    progressPercentage: 100,
    messages: [],
  });
});

it('never shows 100 percent before a step is complete', () => {
  const status = after(...atSignOff(), {
    kind: 'stepChanged',
    step: 'displayprovision',
    status: 'inProgress',
  });

  const cpp = toCppStatus(status, codes, { displayprovision: 100 });

  expect(cpp.steps.find(({ id }) => id === 'displayprovision')?.progressPercentage).toBe(99);
});

it('tells the findings of a blocked step after its messages, each at the level of its severity', () => {
  const step = 'displaydummycertify';
  const severities = ['error', 'warning', 'info', 'reviewRequired'] as const;
  const findings = severities.map((severity) => ({ ruleId: severity, severity, params: {}, target: {} }));
  const status = after(
    opened(),
    { kind: 'messageAdded', step, level: 'information', message: { code: 'said', params: {} } },
    { kind: 'findingsReported', step, findings },
    { kind: 'stepChanged', step, status: 'blocked' },
  );

  const [first] = toCppStatus(status, codes).steps;

  expect(first).toMatchObject({ status: 'blocked' });
  expect(first?.messages).toEqual([
    { messageHtml: 'said', level: 'information', timestamp: at },
    { messageHtml: 'error', level: 'error', timestamp: at },
    { messageHtml: 'warning', level: 'warning', timestamp: at },
    { messageHtml: 'info', level: 'information', timestamp: at },
    { messageHtml: 'reviewRequired', level: 'warning', timestamp: at },
  ]);
});
