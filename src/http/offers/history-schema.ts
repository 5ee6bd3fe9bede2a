import { z } from '@hono/zod-openapi';
import { readEventCursor } from '../../domain/events/event-cursor';
import { languageQuery } from '../openapi/params-schema';

const name = z.string().min(1).max(200);

/** Shared with the page. */
export const historyFilter = z.object({
  kind: name.optional().openapi({ description: 'Only events of this kind.', example: 'draftSaved' }),
  actor: name.optional().openapi({ description: 'Only what this actor did.' }),
  publication: name.optional().openapi({ description: 'Only one attempt, whole.' }),
  cursor: z
    .string()
    .refine((text) => readEventCursor(text) !== undefined, 'This is not the cursor of a page.')
    .optional(),
});

export const historyQuery = historyFilter.extend(languageQuery.shape).extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  format: z
    .enum(['json', 'csv'])
    .default('json')
    .openapi({ description: '`csv`: everything that passes the filter, in one file.' }),
});

/** A publisher's own events belong to no publication. */
export const publisherHistoryQuery = historyQuery.omit({ publication: true });

export const historyEvent = z.strictObject({
  at: z.iso.datetime(),
  kind: z.string().openapi({ example: 'draftSaved' }),
  text: z.string().openapi({ description: 'In words, in the language asked for.' }),
  actor: z.string().nullable().openapi({ description: 'Null for the system itself.' }),
  isVouchedFor: z.boolean().openapi({
    description: 'False when a message that did not come through API or portal only claims its sender.',
  }),
  publicationId: z.string().nullable(),
  offerVersion: z.int().nullable(),
  payload: z.record(z.string(), z.unknown()).openapi({ description: 'The facts, by kind.' }),
});

const next = z.string().nullable().openapi({ description: 'Cursor of the next page, further back.' });

export const historyAnswer = z.strictObject({ items: z.array(historyEvent), next }).openapi('OfferHistory');

/** Read by the same program; nothing in it belongs to a publication. */
export const publisherHistoryAnswer = z
  .strictObject({ items: z.array(historyEvent), next })
  .openapi('PublisherHistory');
