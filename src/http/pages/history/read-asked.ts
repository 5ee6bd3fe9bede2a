import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { historyFilter } from '../../offers/history-schema';
import type { PageAsked } from './view';

const pageFilter = historyFilter.extend({ every: z.literal('yes').optional() });

/** Empty fields of the form ask for nothing. */
export function readAsked(context: Context): PageAsked | undefined {
  const fields = Object.entries(context.req.query()).filter(([, value]) => value !== '');
  const read = pageFilter.safeParse(Object.fromEntries(fields));
  return read.success ? read.data : undefined;
}
