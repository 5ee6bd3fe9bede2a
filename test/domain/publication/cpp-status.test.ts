import { toCppStatus } from '../../../src/domain/publication/cpp-status';
import { after, atSignOff } from './story';

it('answers with the keys, ids and names of the Cloud Partner Portal, and with nothing else', () => {
  const status = after(...atSignOff(), {
    kind: 'emailsProvided',
    emails: ['a@x.com', 'b@x.com'],
    actor: 'ann',
  });

  const cpp = toCppStatus(status, ({ message }) => message.code);

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

  const cpp = toCppStatus(status, () => '', { displayprovision: 100 });

  expect(cpp.steps.find(({ id }) => id === 'displayprovision')?.progressPercentage).toBe(99);
});
