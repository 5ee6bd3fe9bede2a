import { z } from '@hono/zod-openapi';

const offerStatus = z.enum([
  'neverPublished',
  'notStarted',
  'waitingForPublisherReview',
  'running',
  'succeeded',
  'canceled',
  'failed',
]);

const envelope = {
  offerTypeId: z.string().openapi({ example: 'microsoft-azure-virtualmachines' }),
  publisherId: z.string(),
  status: offerStatus,
  pcMigrationStatus: z.literal('migrated'),
  pcRedirectUri: z.literal(''),
  isvUpgradeRequest: z.literal(false),
  version: z.int().openapi({ description: 'Grows by one with each publication; 0 before the first.' }),
  id: z.string(),
  changedTime: z.iso.datetime(),
};

export const offerSummaries = z
  .array(
    z.strictObject({
      ...envelope,
      lockStatus: z.literal('none'),
      offerTypeChanges: z.array(z.unknown()).length(0),
      pricingNotRecalculatedRegions: z.array(z.unknown()).length(0),
      offerTypeVersionsOverride: z.strictObject({}),
      definition: z.strictObject({ displayText: z.string() }),
    }),
  )
  .openapi('CppOffers');

/** Loose: whatever else the publisher has saved is given back as it is. */
export const offerAnswer = z
  .looseObject({
    ...envelope,
    definition: z.looseObject({
      displayText: z.string(),
      offer: z.looseObject({}).openapi({ description: 'The listing; secrets are masked.' }),
      plans: z.array(z.unknown()),
    }),
  })
  .openapi('CppOffer');

export const publishersAnswer = z
  .array(
    z.strictObject({
      id: z.string(),
      definition: z.strictObject({
        displayText: z.string(),
        offerTypeCategories: z.array(z.string()),
        sellerId: z.int(),
      }),
    }),
  )
  .openapi('CppPublishers');

export const offerTypesAnswer = z
  .array(z.strictObject({ id: z.string(), definition: z.strictObject({ displayText: z.string() }) }))
  .openapi('CppOfferTypes');
