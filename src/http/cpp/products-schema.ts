import { z } from '@hono/zod-openapi';

export const productsQuery = z.object({
  $filter: z
    .string()
    .optional()
    .openapi({ example: "ExternalIDs/Any(i:i/Type eq 'AzureOfferId' and i/Value eq 'linux-vm')" }),
});

export const productsAnswer = z
  .strictObject({
    value: z.array(
      z.strictObject({
        resourceType: z.string().openapi({ example: 'AzureThirdPartyVirtualMachine' }),
        name: z.string(),
        externalIDs: z.array(z.strictObject({ type: z.literal('AzureOfferId'), value: z.string() })),
        isModularPublishing: z.boolean(),
        id: z.uuid(),
      }),
    ),
  })
  .openapi('IngestionProducts');
