import type { Context, MiddlewareHandler } from 'hono';
import { refuse } from '../refusals/dialect';
import { faultIn } from './json-text';
import { isStreamed } from './limits';

/**
 * Refuses what no honest client sends and what would fail, or be changed in silence, further in: addresses that are
 * no text, characters that PostgreSQL cannot store, and JSON whose readers would not agree.
 */
export function requirePlainRequest(): MiddlewareHandler {
  return async (context, next) => {
    const fault =
      faultInAddress(context) ??
      (isStreamed(context.req.method, context.req.path) ? undefined : await faultInBody(context));
    return fault === undefined ? next() : refuse(context, 'BadRequest', fault);
  };
}

function faultInAddress({ req }: Context): string | undefined {
  const { pathname, searchParams } = new URL(req.url);
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return 'The address holds a "%" that stands for no character.';
  }
  const texts = [path, ...[...searchParams].flat()];
  return texts.some((text) => text.includes('\0')) ? 'The address holds the character U+0000.' : undefined;
}

async function faultInBody({ req }: Context): Promise<string | undefined> {
  const type = req.header('Content-Type') ?? '';
  if (/^application\/([\w.-]+\+)?json/i.test(type)) return faultInJson(await req.arrayBuffer());
  if (/^application\/x-www-form-urlencoded/i.test(type)) {
    const fields = new URLSearchParams(await req.text());
    return [...fields].flat().some((text) => text.includes('\0'))
      ? 'A field holds the character U+0000.'
      : undefined;
  }
  return undefined;
}

function faultInJson(bytes: ArrayBuffer): string | undefined {
  try {
    return faultIn(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return 'The body is not UTF-8.';
  }
}
