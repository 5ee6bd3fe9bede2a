import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';

const folder = join(__dirname, 'assets');

/** The parts of the one style sheet, in the order they build on each other. */
const sheets = [
  'tokens',
  'base',
  'frame',
  'controls',
  'data',
  'lists',
  'steps',
  'product',
  'editor',
  'fields',
  'saving',
  'review',
  'staged',
  'docs',
];
const scripts = ['live', 'confirm', 'editor'] as const;

/** Style sheet and scripts. Read once at start: a missing file stops the process, not a page. */
export function assetRoutes(): Hono {
  const style = asset(sheets.map((name) => read('style', `${name}.css`)).join('\n'), 'text/css');
  const app = new Hono()
    .get('/favicon.ico', (context) => context.redirect('/icon.svg', 301))
    .get('/icon.svg', asset(read('icon.svg'), 'image/svg+xml'))
    .get('/style.css', style);
  for (const name of scripts) app.get(`/${name}.js`, asset(read(`${name}.js`), 'text/javascript'));
  return app;
}

const read = (...path: readonly string[]): string => readFileSync(join(folder, ...path), 'utf8');

/** Browsers keep it for five minutes: a page that loads while we go away has its script all the same. */
function asset(content: string, type: string): (context: Context) => Response {
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 16)}"`;
  const headers = {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'public, max-age=300',
    ETag: etag,
  };
  return (context) =>
    context.req.header('If-None-Match') === etag
      ? context.body(null, 304, headers)
      : context.body(content, 200, headers);
}
