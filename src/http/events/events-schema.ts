import { z } from '@hono/zod-openapi';
import { readEventCursor } from '../../domain/events/event-cursor';
import { idPattern } from '../../domain/offer/ids';
import { offerParams } from '../openapi/params-schema';

const cursor = (description: string): z.ZodOptional<z.ZodString> =>
  z
    .string()
    .refine((text) => readEventCursor(text) !== undefined, 'must be the id of an event received before')
    .openapi({ description, example: '48211.1907' })
    .optional();

/** Browsers send the header by themselves when they come back; `after` is for the first request. */
export const resumeHeaders = z.object({
  'last-event-id': cursor('The last event that was received: what follows it comes first.'),
});

const after = cursor('The same as Last-Event-ID, for clients that cannot set the header.');

export const feedQuery = z.object({
  publisher: z.string().regex(idPattern).optional().openapi({ description: 'Only of this publisher.' }),
  offer: z.string().regex(idPattern).optional().openapi({ description: 'Only of this offer.' }),
  after,
});

export const operationQuery = z.object({ after });

export const operationParams = offerParams.extend({
  operationId: z.guid().openapi({ description: 'As publish, golive or cancel returned it.' }),
});

export const eventStreamText = z.string().openapi({
  description:
    'Server-sent events. `id` is the event id, `data` a CloudEvent (1.0, JSON). Comments keep the connection open.',
  example:
    'retry: 2000\n\nid: 48211.1907\ndata: {"specversion":"1.0","id":"48211.1907","type":"offer-publication.publication.stepChanged"}\n\n',
});
