import { z } from 'zod';

/**
 * The answers of the Cloud Partner Portal's API as its documentation and its observed clients have them: every key, no
 * other, and no value outside the enumerations. Written down here once more, apart from the product's own schemas.
 */

const offerStatus = z.enum([
  'neverPublished',
  'notStarted',
  'waitingForPublisherReview',
  'running',
  'succeeded',
  'canceled',
  'failed',
]);

const stepStatus = z.enum([
  'notStarted',
  'inProgress',
  'waitingForPublisherReview',
  'waitingForApproval',
  'blocked',
  'rejected',
  'complete',
  'canceled',
]);

/** With up to seven decimals, as .NET writes times. */
const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?Z?$/);
const guid = z.string().regex(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/);

const message = z.strictObject({
  messageHtml: z.string(),
  level: z.enum(['information', 'warning', 'error']),
  timestamp: time,
});

const step = <Id extends string, Name extends string>(id: Id, stepName: Name) =>
  z.strictObject({
    estimatedTimeFrame: z.string(),
    id: z.literal(id),
    stepName: z.literal(stepName),
    description: z.string().min(1),
    status: stepStatus,
    progressPercentage: z.int().min(0).max(100),
    messages: z.array(message),
  });

/** The steps of a virtual machine offer, literally. */
const steps = z.tuple([
  step('displaydummycertify', 'Validate Pre-Requisites'),
  step('displaycertify', 'Certification'),
  step('displayprovision', 'Provisioning'),
  step('displaypackage', 'Packaging and Lead Generation Registration'),
  step('publisher-signoff', 'Publisher signoff'),
  step('live', 'Live'),
]);

const link = z.strictObject({ DisplayText: z.string(), URI: z.url() });

export const statusShape = z.strictObject({
  status: offerStatus,
  messages: z.array(message),
  publishingVersion: z.int().positive(),
  offerVersion: z.int().positive(),
  cancellationRequestState: z.enum(['canCancel', 'cannotCancel', 'cancelRequested', 'canceled']),
  steps,
  previewLinks: z.array(link),
  liveLinks: z.array(link),
  notificationEmails: z.string(),
});

export const neverPublishedShape = statusShape.extend({
  status: z.literal('neverPublished'),
  publishingVersion: z.literal(0),
  offerVersion: z.literal(0),
  steps: z.array(z.never()),
});

export const summariesShape = z.array(
  z.strictObject({
    offerTypeId: z.literal('microsoft-azure-virtualmachines'),
    publisherId: z.string(),
    status: offerStatus,
    lockStatus: z.literal('none'),
    pcMigrationStatus: z.literal('migrated'),
    pcRedirectUri: z.literal(''),
    isvUpgradeRequest: z.literal(false),
    offerTypeChanges: z.array(z.never()),
    pricingNotRecalculatedRegions: z.array(z.never()),
    offerTypeVersionsOverride: z.strictObject({}),
    version: z.int().min(0),
    id: z.string(),
    definition: z.strictObject({ displayText: z.string() }),
    changedTime: time,
  }),
);

export const offerShape = z.strictObject({
  offerTypeId: z.literal('microsoft-azure-virtualmachines'),
  publisherId: z.string(),
  status: offerStatus,
  pcMigrationStatus: z.literal('migrated'),
  pcRedirectUri: z.literal(''),
  isvUpgradeRequest: z.literal(false),
  version: z.int().min(0),
  id: z.string(),
  definition: z.strictObject({
    displayText: z.string(),
    offer: z.record(
      z.string().regex(/^microsoft-azure-(?:marketplace|marketplace-testdrive|virtualmachines)\./),
      z.unknown(),
    ),
    plans: z.array(z.looseObject({ planId: z.string() })),
  }),
  changedTime: time,
});

/** `version` apart: no JS number holds it (`rawVersions`). */
export const submissionsShape = z.array(
  z.strictObject({
    id: guid,
    offerId: guid,
    offerVersion: z.int().min(0),
    offerTypeId: z.literal('microsoft-azure-virtualmachines'),
    publisherId: z.string(),
    submissionType: z.enum(['publish', 'golive', 'cancel']),
    submissionState: z.enum(['running', 'succeeded', 'failed', 'canceled']),
    publishingVersion: z.int().min(0),
    slot: z.enum(['staging', 'production']),
    version: z.number(),
    definition: z.strictObject({ metadata: z.strictObject({ emails: z.string() }) }),
    changedTime: time,
  }),
);

/** The versions as they stand in the text. */
export const rawVersions = (text: string): readonly string[] =>
  [...text.matchAll(/"version":(-?[\d.eE+]+)/g)].map(([, digits = '']) => digits);

export const publishersShape = z.array(
  z.strictObject({
    id: z.string(),
    definition: z.strictObject({
      displayText: z.string(),
      offerTypeCategories: z.array(z.string()),
      sellerId: z.int(),
    }),
  }),
);

export const errorShape = z.strictObject({
  error: z.strictObject({
    code: z.string().min(1),
    message: z.string().min(1),
    details: z.array(z.unknown()).optional(),
  }),
});
