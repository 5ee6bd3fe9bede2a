import type { OpenAPIHono } from '@hono/zod-openapi';
import type { BlankEnv } from 'hono/types';
import { tags } from './tags';

/** The API in OpenAPI 3.1, made from the schemas that its routes themselves check requests against. */
export type ApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

export function apiDocument(app: OpenAPIHono<BlankEnv>): ApiDocument {
  const document = app.getOpenAPI31Document(
    {
      openapi: '3.1.0',
      info: { title: 'Offer publication', version: '1', description: introduction },
      servers: [{ url: '/', description: 'This installation' }],
      tags: Object.entries(tags).map(([name, { about }]) => ({ name, description: about.en })),
      security: [{ token: [] }, { session: [] }],
    },
    { sortComponents: 'alphabetically' },
  );
  return plain({ ...document, components: { ...document.components, securitySchemes } });
}

/** 64-bit examples become plain numbers: JSON knows no others. */
const plain = (document: ApiDocument): ApiDocument =>
  JSON.parse(
    JSON.stringify(document, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
  ) as ApiDocument;

const introduction = [
  'Publish marketplace offers, watch them, go live.',
  'Send a token as `Authorization: Bearer <token>`. Bodies are JSON in UTF-8 unless an address says otherwise.',
  'Refusals are `application/problem+json` (RFC 9457) with a stable `code`; addresses under the tag',
  '*Cloud Partner Portal* speak its dialect of 2017-10-31 instead, down to its error envelope.',
  'Any changing request below `/api` may carry an `Idempotency-Key`: once done and repeated within 24 hours, it gets its first answer again',
  '(`Idempotency-Replayed: true`); 409 `IdempotencyKeyInUse` while that is at work, 422 `IdempotencyKeyReused` for another request.',
].join(' ');

const securitySchemes = {
  token: {
    type: 'http',
    scheme: 'bearer',
    description: 'An API token of a publisher or of the installation, or a JWT of the configured issuer.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'offer_session',
    description: 'What signing in on the pages gives a browser. Changes are taken from our own pages only.',
  },
} as const;
