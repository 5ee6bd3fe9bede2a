import { createRoute } from '@hono/zod-openapi';
import { requirePermission } from '../access/access';
import { json, problems } from '../openapi/answers-schema';
import { offerParams } from '../openapi/params-schema';
import {
  newAnswer,
  newThread,
  reviewAnswer,
  reviewQuery,
  threadAnswer,
  threadChange,
  threadParams,
  threadsAnswer,
  threadsQuery,
} from './review-schema';

const tags = ['Reviews'];
const one = '/publishers/{publisherId}/offers/{offerId}/review';
const body = <Schema>(schema: Schema) =>
  ({ required: true, content: { 'application/json': { schema } } }) as const;

export const showReviewRoute = createRoute({
  method: 'get',
  path: one,
  operationId: 'getReview',
  tags,
  summary: 'What reviewers decide about, and what was said',
  description:
    'The decision itself is `POST` at the same address. Reviewers and the publisher read the same.',
  middleware: [requirePermission('read')] as const,
  request: { params: offerParams, query: reviewQuery },
  responses: { 200: json('The review, its threads and the files.', reviewAnswer), ...problems() },
});

export const listThreadsRoute = createRoute({
  method: 'get',
  path: `${one}/threads`,
  operationId: 'listReviewThreads',
  tags,
  summary: 'The threads of an offer, oldest first',
  middleware: [requirePermission('read')] as const,
  request: { params: offerParams, query: threadsQuery },
  responses: { 200: json('Threads with their comments.', threadsAnswer), ...problems() },
});

export const openThreadRoute = createRoute({
  method: 'post',
  path: `${one}/threads`,
  operationId: 'openReviewThread',
  tags,
  summary: 'Opens a thread, as a reviewer',
  description:
    'About a file, a line of it, a field, or the offer as a whole. Open threads stay for the next publication.',
  middleware: [requirePermission('review')] as const,
  request: { params: offerParams, body: body(newThread) },
  responses: { 201: json('The thread.', threadAnswer), ...problems('ValidationFailed') },
});

export const answerThreadRoute = createRoute({
  method: 'post',
  path: `${one}/threads/{threadId}/comments`,
  operationId: 'answerReviewThread',
  tags,
  summary: 'Answers in a thread',
  description: 'Reviewers, and whoever may edit the offer.',
  middleware: [requirePermission('read')] as const,
  request: { params: threadParams, body: body(newAnswer) },
  responses: { 201: json('The thread with the answer.', threadAnswer), ...problems() },
});

export const changeThreadRoute = createRoute({
  method: 'patch',
  path: `${one}/threads/{threadId}`,
  operationId: 'changeReviewThread',
  tags,
  summary: 'Resolves a thread or opens it again, as a reviewer',
  middleware: [requirePermission('review')] as const,
  request: { params: threadParams, body: body(threadChange) },
  responses: { 200: json('The thread.', threadAnswer), ...problems() },
});
