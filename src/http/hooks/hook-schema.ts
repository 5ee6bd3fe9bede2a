import { z } from '@hono/zod-openapi';

/** As a service hook sends it; with "Resource details to send: All" an update names its item. */
export const hookBody = z
  .object({
    eventType: z.string().max(100).openapi({ example: 'workitem.updated' }),
    resource: z
      .object({ workItemId: z.int().min(0).optional() })
      .nullish()
      .openapi({ description: 'Only the item’s number is read; all else is asked of Azure DevOps.' }),
  })
  .openapi('ServiceHookEvent');

export const hookAnswer = z
  .strictObject({
    outcome: z.enum(['decided', 'refused', 'nothing']),
    why: z.string().openapi({ description: 'For whoever reads the history of the service hook.' }),
  })
  .openapi('ServiceHookAnswer');
