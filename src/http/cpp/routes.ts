import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppDeps } from '../deps';
import { cppApi } from '../openapi/api';
import { draftRoutes } from './draft';
import { liveCheckRoutes } from './live-check';
import { messageRoutes } from './messages';
import { offersRoutes } from './offers';
import { operationRoutes } from './operations';
import { publicationRoutes } from './publication';
import { publishRoutes } from './publish';
import { publisherLanguageRoutes } from './publisher-language';
import { publisherRoutes } from './publishers';
import { statusRoutes } from './status';
import { submissionRoutes } from './submissions';
import { versionRoutes } from './versions';

/** The Cloud Partner Portal dialect, api-version 2017-10-31, below `/api`; with what its clients need beside it. */
export function cppRoutes(deps: AppDeps): OpenAPIHono {
  const api = cppApi();
  for (const routes of all) api.route('/', routes(deps));
  return api;
}

const all: readonly ((deps: AppDeps) => OpenAPIHono)[] = [
  publisherRoutes,
  offersRoutes,
  draftRoutes,
  versionRoutes,
  publishRoutes,
  messageRoutes,
  statusRoutes,
  operationRoutes,
  submissionRoutes,
  publicationRoutes,
  liveCheckRoutes,
  publisherLanguageRoutes,
];
