import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { type Identity, reaches } from '../../domain/access/identity';
import { mayDo } from '../../domain/access/role';
import type { WaitingReview } from '../../services/ports';
import { forbiddenProblem, requireVisitor } from '../access/access';
import type { AppDeps } from '../deps';
import { identityOf } from '../access/identity';
import { offerPage } from '../offers/offer-key';
import { json, problems } from '../openapi/answers-schema';
import { ownApi } from '../openapi/api';
import { queueAnswer, queueQuery } from './review-schema';

const route = createRoute({
  method: 'get',
  path: '/reviews',
  operationId: 'listReviews',
  tags: ['Reviews'],
  summary: 'What waits for reviewers',
  description:
    'Oldest first: every review the token reaches that nobody has decided. Needs role Reviewer or Operator.',
  middleware: [requireVisitor()] as const,
  request: { query: queueQuery },
  responses: { 200: json('One page of the queue.', queueAnswer), ...problems() },
});

/** `GET /api/reviews` */
export const reviewQueueRoutes = (deps: AppDeps): OpenAPIHono =>
  ownApi().openapi(route, async (context) => {
    const { publisher, cursor, limit } = context.req.valid('query');
    const scope = queueScope(identityOf(context), publisher);
    if (scope === undefined) return forbiddenProblem(context);
    const { items, next } = await reviewQueue(deps, { ...scope, cursor, limit });
    return context.json({ items: [...items], next }, 200);
  });

/** Whose reviews somebody may see; undefined: nobody's. A publisher is named, or the reader's only one. */
export function queueScope(
  reader: Identity,
  publisher: string | undefined,
): { readonly publisherId: string | null } | undefined {
  if (!mayDo(reader.role, 'review')) return undefined;
  if (publisher === undefined) return { publisherId: reader.publisherId };
  return reaches(reader, publisher) ? { publisherId: publisher } : undefined;
}

export type QueueEntry = WaitingReview & { readonly isOverdue: boolean; readonly page: string };

type Asked = {
  readonly publisherId: string | null;
  readonly cursor: string | undefined;
  readonly limit: number;
};

export async function reviewQueue(
  { catalogue, clock }: AppDeps,
  { publisherId, cursor, limit }: Asked,
): Promise<{ readonly items: readonly QueueEntry[]; readonly next: string | null }> {
  const found = await catalogue.reviews.waiting({ publisherId, after: cursor ?? null, limit: limit + 1 });
  const now = clock().getTime();
  const items = found.slice(0, limit).map((review) => ({
    ...review,
    isOverdue: Date.parse(review.dueAt) < now,
    page: offerPage(review, `review?publication=${review.publicationId}`),
  }));
  return { items, next: found.length > limit ? (items.at(-1)?.reviewNumber ?? null) : null };
}
