import { z } from '@hono/zod-openapi';
import { offerTypeIds } from '../../domain/offer/document';
import { idPattern } from '../../domain/offer/ids';
import { situations } from '../../domain/publication/situation';
import type { OfferStatus } from '../../domain/publication/status';
import { languageQuery } from '../openapi/params-schema';
import { readListCursor } from './list-cursor';

const statuses = [
  'neverPublished',
  'notStarted',
  'running',
  'waitingForPublisherReview',
  'succeeded',
  'canceled',
  'failed',
] as const satisfies readonly OfferStatus[];

export const offerSorts = ['changed', '-changed', 'name', '-name', 'status', '-status'] as const;

const cursor = z.string().transform((text, context) => {
  const read = readListCursor(text);
  if (read !== undefined) return read;
  context.addIssue({ code: 'custom', message: 'This is not the cursor of a page.' });
  return z.NEVER;
});

/** Shared with the page, which leaves empty what is not asked for. */
export const listFilter = z.object({
  publisher: z.string().regex(idPattern).optional().openapi({ example: 'contoso' }),
  type: z.enum(offerTypeIds).optional(),
  status: z.enum(statuses).optional(),
  situation: z.enum(situations).optional().openapi({
    description: 'Finer than the status: what the label says, in a word that never changes.',
  }),
  search: z
    .string()
    .trim()
    .max(200)
    .optional()
    .openapi({ description: 'Beginnings of words in the title or id; all of them must be there.' }),
  sort: z
    .enum(offerSorts)
    .default('-changed')
    .openapi({ description: '`-` turns the order round; `-changed` begins with the newest change.' }),
  cursor: cursor.optional().openapi({
    type: 'string',
    description: 'From `next` or `previous` of an earlier answer, with the same sort.',
  }),
});

export const listQuery = listFilter.extend(languageQuery.shape).extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const listAnswer = z
  .strictObject({
    items: z.array(
      z.strictObject({
        publisherId: z.string(),
        offerId: z.string(),
        title: z.string(),
        offerType: z.string(),
        status: z.enum(statuses),
        situation: z.enum(situations),
        label: z.string().openapi({ example: 'Awaiting publisher sign-off' }),
        changedAt: z.iso.datetime(),
        links: z.strictObject({ status: z.string() }),
      }),
    ),
    total: z.int().nullable().openapi({ description: 'All pages together; null for a search.' }),
    next: z.string().nullable().openapi({ description: 'Cursor of the next page.' }),
    previous: z.string().nullable().openapi({ description: 'Cursor of the page before.' }),
  })
  .openapi('OfferPage');
