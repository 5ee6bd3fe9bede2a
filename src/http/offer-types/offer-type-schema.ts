import { z } from '@hono/zod-openapi';
import { offerTypeIds } from '../../domain/offer/document';
import { idPattern } from '../../domain/offer/ids';

export const offerTypeParams = z.object({
  offerType: z
    .enum(offerTypeIds as readonly ['microsoft-azure-virtualmachines'])
    .openapi({ example: 'microsoft-azure-virtualmachines' }),
});

export const templateQuery = z.object({
  publisherId: z.string().regex(idPattern).default('my-publisher'),
  offerId: z.string().regex(idPattern).default('my-offer'),
});

export const jsonSchemaAnswer = z.looseObject({ title: z.string() }).openapi('OfferJsonSchema');

export const templateAnswer = z
  .looseObject({ publisherId: z.string(), offerTypeId: z.string(), id: z.string() })
  .openapi('OfferTemplate');
