import { z } from '@hono/zod-openapi';
import { languageQuery, offerParams } from '../openapi/params-schema';

/** CPP's clients always send the version; ours may leave it out (`api-version.ts` checks it). */
export const versionQuery = languageQuery.extend({
  'api-version': z
    .string()
    .optional()
    .openapi({ enum: ['2017-10-31'] }),
});

export const offersQuery = versionQuery.extend({
  $filter: z.string().optional().openapi({ example: "offerTypeId eq 'microsoft-azure-virtualmachines'" }),
});

export const draftQuery = versionQuery.extend({
  includeAllPricing: z
    .string()
    .refine((text) => /^(true|false)$/i.test(text), 'must be true or false.')
    .optional()
    .openapi({
      enum: ['true', 'false'],
      description: 'Writes a price per core out as a price of each machine size.',
    }),
});

export const operationQuery = versionQuery.extend({
  format: z
    .enum(['object', 'array'])
    .optional()
    .openapi({ description: 'The documentation shows an array, real clients read one object: the default.' }),
});

const state = z.string().max(50).optional().openapi({ example: 'running' });
export const submissionsQuery = versionQuery.extend({ status: state, submissionState: state });

export const versionParams = offerParams.extend({
  version: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'must be the number of a version.')
    .openapi({ example: '1' }),
});
export const slotParams = offerParams.extend({
  slot: z
    .string()
    .refine(
      (text) => /^(draft|preview|production)$/i.test(text),
      'must be one of Draft, Preview, Production.',
    )
    .openapi({ enum: ['Draft', 'Preview', 'Production'] }),
});
export const operationParams = offerParams.extend({
  operationId: z
    .string()
    .max(100)
    .openapi({ format: 'uuid', example: '5a63deb5-925b-4ee0-938b-7c86fbf287c5' }),
});

/** The offer itself: only what makes it an offer is looked at here; everything else is found when it is published. */
export const draftBody = z.looseObject({}).meta({
  description:
    'The whole document, as `GET` answers it: `/api/offer-types/{offerType}/schema` describes it, and `.../template` begins one.',
  examples: [
    {
      publisherId: 'contoso',
      offerTypeId: 'microsoft-azure-virtualmachines',
      id: 'linux-vm',
      definition: { displayText: 'Contoso Linux', offer: {}, plans: [] },
    },
  ],
});

export const ifMatchHeader = z.object({
  'if-match': z.string().optional().openapi({
    description: 'The ETag as read, several of them, or `*`. Where none is the present one: 412.',
  }),
});

/** `contoso$linux-vm$1$preview` */
export const oldKeyParams = z.object({
  key: z.string().max(200).openapi({ example: 'contoso$linux-vm$1$preview' }),
});
