import { z } from '@hono/zod-openapi';
import { offerTypeIds } from '../../domain/offer/document';
import { idPattern } from '../../domain/offer/ids';
import { stagedKinds } from '../../domain/offer/kind';

export const offerTypeParams = z.object({
  offerType: z.enum(offerTypeIds).openapi({ example: 'microsoft-azure-virtualmachines' }),
});

export const templateQuery = z.object({
  publisherId: z.string().regex(idPattern).default('my-publisher'),
  offerId: z.string().regex(idPattern).default('my-offer'),
  kind: z.enum(stagedKinds).optional().openapi({ description: 'Of a staged offer: what it sells.' }),
});

export const jsonSchemaAnswer = z.looseObject({ title: z.string() }).openapi('OfferJsonSchema');

export const templateAnswer = z
  .looseObject({ publisherId: z.string(), offerTypeId: z.string(), id: z.string() })
  .openapi('OfferTemplate');
