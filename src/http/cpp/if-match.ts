import type { Context } from 'hono';

/**
 * The one ETag that must stand there, as we write them: of several the present one. ETags of drafts are weak, and clients
 * that drop the `W/` mean the same one. `*` and what is no ETag stay as they are; undefined without the header.
 */
export async function ifMatchOf(
  context: Context,
  presentEtag: () => Promise<string | undefined>,
): Promise<string | undefined> {
  const given = context.req.header('If-Match');
  if (given === undefined || !etagList.test(given)) return given;
  const etags = [...given.matchAll(etag)].map(([, opaque]) => `W/${opaque}`);
  if (etags.length === 1) return etags[0];
  const present = await presentEtag();
  return etags.find((each) => each === present) ?? etags[0];
}

const etag = /(?:W\/)?("[^"]*")/g;
const etagList = /^\s*(?:W\/)?"[^"]*"(?:\s*,\s*(?:W\/)?"[^"]*")*\s*$/;
