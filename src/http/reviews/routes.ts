import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { randomUUID } from 'node:crypto';
import { readPlace, type ReviewThread } from '../../domain/review/thread';
import type { ReviewItem } from '../../services/ports';
import { forbiddenProblem } from '../access/access';
import type { AppDeps } from '../deps';
import { identityOf } from '../access/identity';
import { noSuchOffer } from '../offer-tools/no-such-offer';
import { ownApi } from '../openapi/api';
import { problem } from '../refusals/problem';
import { reviewQueueRoutes } from './queue';
import {
  answerThreadRoute,
  changeThreadRoute,
  listThreadsRoute,
  openThreadRoute,
  showReviewRoute,
} from './review-docs';
import { claimedIn } from './claimed';
import type { reviewAnswer, threadAnswer } from './review-schema';
import { filesOf, reviewOf, spokenIn } from './reviewed';
import { mayAnswer, speakerOf } from './speaker';

/** The reviewers' queue, and below an offer what they and its publisher say to each other. */
export function reviewRoutes(deps: AppDeps): OpenAPIHono {
  const { offers, reviewThreads } = deps.catalogue;
  return ownApi()
    .route('/', reviewQueueRoutes(deps))
    .openapi(showReviewRoute, async (context) => {
      const offer = context.req.valid('param');
      const record = await offers.find(offer);
      if (record === undefined) return noSuchOffer(context, offer);
      const { publication } = context.req.valid('query');
      const item = await reviewOf(deps, offer, publication);
      const [threads, files] = await Promise.all([reviewThreads.listOf(offer), filesOf(deps, record, item)]);
      const unverified = await claimedIn(deps, item);
      const named = files.map(({ name: file, bytes, digest }) => ({ file, bytes, digest }));
      const review = item === undefined ? null : reviewView(item, unverified);
      return context.json({ review, threads: threads.map(threadView), files: named }, 200);
    })
    .openapi(listThreadsRoute, async (context) => {
      const offer = context.req.valid('param');
      if ((await offers.find(offer)) === undefined) return noSuchOffer(context, offer);
      const threads = await reviewThreads.listOf(offer, context.req.valid('query').state);
      return context.json({ items: threads.map(threadView) }, 200);
    })
    .openapi(openThreadRoute, async (context) => {
      const offer = context.req.valid('param');
      if ((await offers.find(offer)) === undefined) return noSuchOffer(context, offer);
      const { text, ...given } = context.req.valid('json');
      const place = readPlace(given);
      const publicationId = await spokenIn(deps, offer);
      if (place === undefined) return badPlace(context);
      if (publicationId === undefined) return neverPublished(context);
      const comment = { commentId: randomUUID(), publicationId, text, ...speakerOf(context, offer) };
      return context.json(threadView(await reviewThreads.open(offer, place, comment)), 201);
    })
    .openapi(answerThreadRoute, async (context) => {
      const { threadId, ...offer } = context.req.valid('param');
      if (!mayAnswer(identityOf(context), offer)) return forbiddenProblem(context);
      const publicationId = await spokenIn(deps, offer);
      if (publicationId === undefined) return noSuchThread(context, threadId);
      const { text } = context.req.valid('json');
      const comment = { commentId: randomUUID(), publicationId, text, ...speakerOf(context, offer) };
      const thread = await reviewThreads.answer(offer, threadId, comment);
      return thread === undefined ? noSuchThread(context, threadId) : context.json(threadView(thread), 201);
    })
    .openapi(changeThreadRoute, async (context) => {
      const { actor } = identityOf(context);
      const change = { ...context.req.valid('json'), actor };
      const thread = await reviewThreads.setState(context.req.valid('param'), change);
      const { threadId } = context.req.valid('param');
      return thread === undefined ? noSuchThread(context, threadId) : context.json(threadView(thread), 200);
    });
}

function threadView({ place, publisherId: _publisher, offerId: _offer, comments, ...thread }: ReviewThread) {
  const shown: z.input<typeof threadAnswer> = { ...thread, ...place, comments: [...comments] };
  return shown;
}

function reviewView(item: ReviewItem, unverified: readonly string[]) {
  const { reportIds, changes, signedOffBy } = item;
  const shown: z.input<typeof reviewAnswer>['review'] = {
    ...item,
    reportIds: [...reportIds],
    changes: [...changes],
    signedOffBy: [...signedOffBy],
    unverified: [...unverified],
  };
  return shown;
}

const badPlace = (context: Context): Response =>
  problem(context, {
    code: 'ValidationFailed',
    detail:
      'A thread is about a file, a line of that file, or a field: give "file", "file" and "line", or "pointer".',
  });

const neverPublished = (context: Context): Response =>
  problem(context, {
    code: 'ValidationFailed',
    detail: 'Nothing of this offer was ever published, so there is nothing to review yet.',
  });

const noSuchThread = (context: Context, threadId: string): Response =>
  problem(context, {
    code: 'NotFound',
    detail: `There is no thread ${threadId}. GET .../review/threads lists those of the offer.`,
  });
