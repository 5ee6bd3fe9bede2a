import { minify } from 'terser';

/**
 * The bundle without comments and white space, its source map kept: less to read at every start. Names stay as
 * they are, because workflow types, stack traces and the SDK's own checks go by name.
 */
export async function shrink(code: string): Promise<string> {
  const [, embedded = ''] =
    code.match(/\/\/# sourceMappingURL=data:application\/json;(?:charset=utf-8;)?base64,(\S+)/) ?? [];
  const { code: small } = await minify(code, {
    compress: false,
    mangle: false,
    format: { comments: false },
    sourceMap: { content: Buffer.from(embedded, 'base64').toString(), url: 'inline' },
  });
  if (small === undefined) throw new Error('The workflow bundle could not be shrunk.');
  return small;
}
