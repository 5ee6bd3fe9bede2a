import { type OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import type { BlankEnv } from 'hono/types';
import { languageOf } from '../language';
import { wordsIn } from '../words/words';
import { ApiPage } from './api-page';
import { type ApiDocument, apiDocument } from './document';

/** `/openapi.json` for programs, `/docs/api` for people: both tell all routes of `app`, also those added later. */
export function openApiRoutes(app: OpenAPIHono<BlankEnv>): Hono {
  let made: ApiDocument | undefined;
  const document = (): ApiDocument => (made ??= apiDocument(app));
  return new Hono()
    .get('/openapi.json', (context) => context.json(document()))
    .get('/docs/api', (context) =>
      context.html(<ApiPage document={document()} words={wordsIn(languageOf(context))} />),
    );
}
