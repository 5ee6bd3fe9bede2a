import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';

const folder = join(__dirname, 'assets');

/** The one style sheet and the one script. Read once at start: a missing file stops the process, not a page. */
export function assetRoutes(): Hono {
  const style = readFileSync(join(folder, 'style.css'), 'utf8');
  const script = readFileSync(join(folder, 'live.js'), 'utf8');
  return new Hono()
    .get('/favicon.ico', (context) => context.body(null, 204))
    .get('/style.css', (context) => context.body(style, 200, cached('text/css; charset=utf-8')))
    .get('/live.js', (context) => context.body(script, 200, cached('text/javascript; charset=utf-8')));
}

const cached = (type: string): Record<string, string> => ({
  'Content-Type': type,
  'Cache-Control': 'public, max-age=300',
});
