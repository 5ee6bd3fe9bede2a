import { z } from '@hono/zod-openapi';

const message = z.strictObject({
  messageHtml: z.string().openapi({ description: 'Escaped; in the language asked for.' }),
  level: z.enum(['information', 'warning', 'error']),
  timestamp: z.iso.datetime(),
});

const step = z.strictObject({
  estimatedTimeFrame: z.string(),
  id: z.string().openapi({ example: 'displaycertify' }),
  stepName: z.string().openapi({ example: 'Certification' }),
  description: z.string(),
  status: z.enum([
    'notStarted',
    'inProgress',
    'waitingForPublisherReview',
    'waitingForApproval',
    'blocked',
    'rejected',
    'complete',
    'canceled',
  ]),
  progressPercentage: z.int().min(0).max(100),
  messages: z.array(message),
});

const link = z.strictObject({ DisplayText: z.string(), URI: z.string() });

const detail = {
  messages: z.array(message),
  publishingVersion: z.int(),
  offerVersion: z.int(),
  cancellationRequestState: z.enum(['canCancel', 'cannotCancel', 'cancelRequested', 'canceled']),
  steps: z.array(step),
  previewLinks: z.array(link),
  liveLinks: z.array(link),
  notificationEmails: z.string(),
};

export const statusAnswer = z
  .strictObject({
    status: z.enum([
      'neverPublished',
      'notStarted',
      'waitingForPublisherReview',
      'running',
      'succeeded',
      'canceled',
      'failed',
    ]),
    ...detail,
  })
  .openapi('CppStatus');

const operationState = z.enum(['running', 'succeeded', 'failed', 'canceled']);

export const operationDetail = z
  .strictObject({
    status: operationState.openapi({
      description: 'Of this operation: a publish has succeeded once the offer waits for its sign-off.',
    }),
    ...detail,
  })
  .openapi('CppOperation');

export const operationAnswer = z.union([operationDetail, z.array(operationDetail).length(1)]);

export const submissionsAnswer = z
  .array(
    z.strictObject({
      id: z.uuid(),
      offerId: z.uuid(),
      offerVersion: z.int(),
      offerTypeId: z.string(),
      publisherId: z.string(),
      submissionType: z.enum(['publish', 'golive', 'cancel']),
      submissionState: operationState,
      publishingVersion: z.int(),
      slot: z.enum(['staging', 'production']),
      version: z.number().openapi({
        type: 'integer',
        format: 'int64',
        description: 'Ticks of 100 ns since 0001-01-01: more than a double holds exactly.',
      }),
      definition: z.strictObject({ metadata: z.strictObject({ emails: z.string() }) }),
      changedTime: z.iso.datetime(),
    }),
  )
  .openapi('CppSubmissions');

/** What an accepted publish or message is answered with, beside the address of its operation in the headers. */
const acceptedAnswer = z
  .strictObject({
    operationId: z.uuid(),
    publicationId: z.string(),
    offerTypeId: z.string(),
    state: z
      .enum(['started', 'alreadyRunning', 'accepted', 'pending', 'canceled'])
      .openapi({ description: '`pending`: taken and stored, but not yet answered. Nothing is lost.' }),
    why: z.enum(['noAnswer', 'runFails']).optional().openapi({
      description:
        'Of `pending`. `noAnswer`: no worker answers just now. `runFails`: the publication fails at every try to go on; an operator has to look at its run.',
    }),
  })
  .openapi('CppAccepted');

const location = {
  required: true,
  description: 'Of the operation, relative.',
  schema: { type: 'string' as const },
};

export const doneJson = {
  description: 'Done; the operation has ended.',
  content: { 'application/json': { schema: acceptedAnswer } },
  headers: { Location: location, 'Operation-Location': location },
};

export const acceptedJson = {
  ...doneJson,
  description: 'Taken; the headers name the operation.',
  headers: {
    ...doneJson.headers,
    'Retry-After': { required: true, description: 'Seconds.', schema: { type: 'string' as const } },
  },
};
