import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { may } from '../../domain/access/identity';
import { isId } from '../../domain/offer/ids';
import type { CppStatus } from '../../domain/publication/cpp/cpp-status';
import { cppOperationState } from '../../domain/publication/cpp/cpp-submission';
import type { Language } from '../../domain/text/language';
import type { OperationRecord } from '../../services/ports';
import type { AppDeps } from '../deps';
import { apiError } from '../refusals/errors';
import { identityOf } from '../access/identity';
import { languageOf } from '../language';
import { json } from '../openapi/answers-schema';
import { cppApi } from '../openapi/api';
import { cppAnswers } from './answers-schema';
import { cppStatusOf, messageHtml } from './cpp-status-of';
import { guard, guardKnown } from './guard';
import { oldKeyParams, operationParams, operationQuery } from './request-schema';
import { nothingYet } from './status';
import { operationAnswer } from './status-schema';

const place = { method: 'get' as const, tags: ['Cloud Partner Portal'] };

const byId = createRoute({
  ...place,
  path: '/publishers/{publisherId}/offers/{offerId}/operations/{operationId}',
  operationId: 'cppGetOperation',
  summary: 'What became of an accepted publish, go-live or cancel',
  middleware: guard('read'),
  request: { params: operationParams, query: operationQuery },
  responses: cppAnswers({ 200: json('One object; `?format=array` wraps it.', operationAnswer) }),
});

const byOldKey = createRoute({
  ...place,
  path: '/operations/{key}',
  operationId: 'cppGetOperationByOldKey',
  summary: 'The same, by the older form of its address',
  middleware: guardKnown(),
  request: { params: oldKeyParams, query: operationQuery },
  responses: cppAnswers({ 200: json('One object; `?format=array` wraps it.', operationAnswer) }),
});

/** `GET .../operations/{id}`: any accepted publish, go-live or cancel, for ever. */
export const operationRoutes = (deps: AppDeps): OpenAPIHono =>
  cppApi()
    .openapi(byId, async (context) => {
      // The offer is not asked for: its draft may have been discarded since, and what was done stays readable.
      const { operationId, ...offer } = context.req.valid('param');
      const operation = await deps.catalogue.operations.find(offer, operationId.toLowerCase());
      return operation === undefined ? noSuchOperation(context, operationId) : show(deps, context, operation);
    })
    .openapi(byOldKey, async (context) => {
      const { key } = context.req.valid('param');
      const named = readOldKey(key);
      const publisherId = named?.publisherId ?? '';
      if (!may(identityOf(context), 'read', publisherId)) {
        return apiError(context, 'Forbidden', 'User does not have the required permissions');
      }
      const operation = named && (await findByVersion(deps, named));
      return operation === undefined ? noSuchOperation(context, key) : show(deps, context, operation);
    });

async function show(deps: AppDeps, context: Context, operation: OperationRecord): Promise<Response> {
  const [publication, all] = await Promise.all([
    deps.catalogue.publications.find(operation.publicationId),
    deps.catalogue.operations.listOf(operation),
  ]);
  const document =
    publication === undefined ? nothingYet : await cppStatusOf(deps, publication, languageOf(context));
  const messages = refusalOf(operation, languageOf(context));
  const detail = { ...document, messages, status: cppOperationState(operation, all) };
  return context.json(context.req.query('format') === 'array' ? [detail] : detail, 200);
}

/** What the publication did with everybody's messages stands on its steps; this one's own answer stands here. */
const refusalOf = ({ refusal, endedAt }: OperationRecord, language: Language): CppStatus['messages'] =>
  refusal === null || endedAt === null
    ? []
    : [{ messageHtml: messageHtml(refusal, language), level: 'warning', timestamp: endedAt }];

function noSuchOperation(context: Context, name: string): Response {
  return apiError(context, 'NotFound', `There is no operation ${name.slice(0, 200)} of this offer.`);
}

type OldKey = {
  readonly publisherId: string;
  readonly offerId: string;
  readonly offerVersion: number;
  readonly slot: 'preview' | 'live';
};

/** `<publisher>$<offer>$<version>$preview`: the publish of a version, or with `live` or `production` its go-live. */
function readOldKey(key: string): OldKey | undefined {
  const [publisherId, offerId, version = '', slot = ''] = key.split('$');
  if (!isId(publisherId) || !isId(offerId) || !/^[1-9]\d{0,8}$/.test(version)) return undefined;
  if (!/^(?:preview|live|production)$/i.test(slot)) return undefined;
  const isPreview = slot.toLowerCase() === 'preview';
  return { publisherId, offerId, offerVersion: Number(version), slot: isPreview ? 'preview' : 'live' };
}

async function findByVersion(
  { catalogue }: AppDeps,
  { offerVersion, slot, ...offer }: OldKey,
): Promise<OperationRecord | undefined> {
  const records = await catalogue.publications.listOf(offer);
  const publication = records.find(({ status }) => status.offerVersion === offerVersion);
  const kind = slot === 'preview' ? 'publish' : 'goLive';
  const operations = await catalogue.operations.listOf(offer);
  return operations.find(
    (operation) => operation.kind === kind && operation.publicationId === publication?.publicationId,
  );
}
