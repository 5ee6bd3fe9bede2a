import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import { readEmailList } from '../../domain/publication/commands';
import { readTime } from '../../domain/publication/read-time';
import type { MiddlewareHandler } from 'hono';
import type { Permission } from '../../domain/access/role';
import { forbiddenCpp } from '../access/access';
import type { AppDeps } from '../deps';
import { cppApi } from '../openapi/api';
import { offerParams } from '../openapi/params-schema';
import { cppAnswers } from './answers-schema';
import { requireApprover } from '../reviews/approvers';
import { roundComments } from '../reviews/round-comments';
import { bodyOf } from './body';
import { guard } from './guard';
import { cancelBody, emailsBody, goLiveBody, reviewBody, withdrawBody } from './message-schema';
import { forOffer } from './offer-route';
import { versionQuery } from './request-schema';
import { type Sending, type Sent, sendMessage } from './send-message';
import { acceptedJson, doneJson } from './status-schema';

/** Each is a message to the running publication, and an operation under its `requestId`. */
export function messageRoutes(deps: AppDeps): OpenAPIHono {
  const api = cppApi();
  for (const routes of [goLive, withdraw, cancel, emails, review]) api.route('/', routes(deps));
  return api;
}

const goLive = message(
  { verb: 'golive', summary: 'Goes live, now or at a date' },
  {
    kind: 'goLive',
    schema: goLiveBody,
    send: (client, offer, { body, ...sender }) => {
      const notBefore = readTime(body.notBefore);
      return client.goLive(offer, { ...sender, ...(notBefore === undefined ? {} : { notBefore }) });
    },
  },
);

const withdraw = message(
  { verb: 'withdraw-golive', summary: 'Takes back a go-live that has a date or lacks a vote' },
  {
    kind: 'withdrawGoLive',
    schema: withdrawBody,
    send: (client, offer, { body: _nothing, ...sender }) => client.withdrawGoLive(offer, sender),
  },
);

const cancel = message(
  { verb: 'cancel', summary: 'Cancels the running publication' },
  {
    kind: 'cancel',
    schema: cancelBody,
    send: (client, offer, { body: { reason }, ...sender }) =>
      client.cancel(offer, { ...sender, ...(reason && { reason: reason.slice(0, 500) }) }),
  },
);

const emails = message(
  { verb: 'notification-emails', summary: 'Says who gets the mails of the running publication from now on' },
  {
    kind: 'notificationEmails',
    schema: emailsBody,
    send: (client, offer, { body, ...sender }) =>
      client.provideNotificationEmails(offer, { ...sender, emails: readEmailList(body.emails) ?? [] }),
  },
);

/** Who may decide is the pipeline's to say. A request for changes without a word carries the open threads. */
const review = (deps: AppDeps): OpenAPIHono =>
  message(
    {
      verb: 'review',
      summary: 'A reviewer approves, or requests changes',
      permission: 'read',
      also: [requireApprover(deps, forbiddenCpp)],
    },
    {
      kind: 'reviewDecision',
      schema: reviewBody,
      send: async (client, offer, { body: { decision, comments = [] }, ...sender }) => {
        const given = comments.map(commentOf);
        const told = given.length > 0 ? given : await roundComments(deps, offer, decision);
        return client.reviewDecision(offer, { ...sender, decision, comments: told });
      },
    },
  )(deps);

type Comment = NonNullable<z.output<typeof reviewBody>['comments']>[number];

const commentOf = ({
  message: text,
  path,
  line,
}: Comment): { message: string; path?: string; line?: number } => ({
  message: text,
  ...(path === undefined ? {} : { path }),
  ...(line === undefined ? {} : { line }),
});

type Described = {
  readonly verb: string;
  readonly summary: string;
  readonly permission?: Permission;
  /** Asked for once the permission is there. */
  readonly also?: readonly MiddlewareHandler[];
};

function message<Body extends Sent>(
  { verb, summary, permission = 'publish', also = [] }: Described,
  sending: Sending<Body>,
): (deps: AppDeps) => OpenAPIHono {
  const route = createRoute({
    method: 'post',
    path: `/publishers/{publisherId}/offers/{offerId}/${verb}`,
    operationId: `cpp-${verb}`,
    tags: ['Cloud Partner Portal'],
    summary,
    middleware: [...guard(permission), ...also],
    request: { params: offerParams, query: versionQuery, body: bodyOf(sending.schema) },
    responses: cppAnswers(
      sending.kind === 'cancel' ? { 200: doneJson, 202: acceptedJson } : { 202: acceptedJson },
      'noPublication',
    ),
  });
  return (deps) => cppApi().openapi(route, forOffer(deps, sendMessage(deps, sending)));
}
