import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { Readable } from 'node:stream';
import type { CertifiedArtefact, PackagedFile } from '../../domain/product-page/product-page';
import type { StoredBytes } from '../../services/ports';
import type { AppDeps } from '../deps';
import { refuse } from '../refusals/dialect';
import { grantedArtefact } from './access';

/**
 * `/artefacts/<token>/<path>`: the files of a package that a slot shows, and the package itself without a path. The
 * token stands in the address, so that a template finds what lies beside it by relative links.
 */
export function artefactRoutes(deps: AppDeps): Hono {
  return new Hono()
    .use('/:token/*', portalMayRead())
    .get('/:token', (context) => answer(deps, context, ''))
    .get('/:token/:path{.+}', (context) => answer(deps, context, context.req.param('path')));
}

/** The Azure portal fetches templates and forms from the reader's browser. */
const portalMayRead = (): ReturnType<typeof cors> =>
  cors({
    origin: (origin) => (portals.test(origin) ? origin : null),
    allowMethods: ['GET', 'HEAD'],
    maxAge: 600,
  });

const portals = /^https:\/\/(?:[a-z0-9-]+\.)?portal\.azure\.(?:com|us|cn)$/;

async function answer(deps: AppDeps, context: Context, path: string): Promise<Response> {
  const artefact = await grantedArtefact(deps, context.req.param('token') ?? '');
  if (artefact === undefined) {
    const message =
      'This link has expired, or what it led to is no longer shown. Open the product page again.';
    return refuse(context, 'Forbidden', message);
  }
  const content = storedBytes(deps, artefact);
  if (path === '') return send(context, { ...artefact, path: `${artefact.digest}.zip` }, pieces(content));
  // Only what the signed manifest names: no path leads anywhere else.
  const file = artefact.files?.find((each) => each.path === path);
  const stream = file && (await deps.packageFiles.open(content, file.path));
  if (file === undefined || stream === undefined) {
    return refuse(context, 'NotFound', `The package has no file ${path.slice(0, 200)}.`);
  }
  return send(context, file, stream);
}

function send(
  context: Context,
  { path, bytes, digest }: PackagedFile,
  content: AsyncIterable<Uint8Array>,
): Response {
  const isJson = path.toLowerCase().endsWith('.json');
  context.header('Content-Type', isJson ? 'application/json' : 'application/octet-stream');
  context.header('Content-Length', String(bytes));
  context.header('ETag', `"${digest}"`);
  // Nothing of a publisher's package is ever shown as a page of ours.
  if (!isJson) context.header('Content-Disposition', 'attachment');
  return context.body(Readable.toWeb(Readable.from(content)) as ReadableStream);
}

const storedBytes = ({ staging }: AppDeps, { digest, bytes }: CertifiedArtefact): StoredBytes => ({
  bytes,
  read: (offset, count) => staging.read(digest, offset, count),
});

const pieceBytes = 1024 * 1024;

async function* pieces({ bytes, read }: StoredBytes): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes; from += pieceBytes) {
    yield await read(from, Math.min(pieceBytes, bytes - from));
  }
}
