import type { FileInPackage } from '../../../domain/review/package-files';
import type { AppDeps } from '../../deps';

export type FileText =
  { readonly kind: 'text'; readonly lines: readonly string[] } | { readonly kind: 'binary' | 'tooLarge' };

/** What a page can hold. */
const mostBytes = 256 * 1024;
const mostLines = 4000;

/** A file of a certified package as text, read from staging; only what certification found there is ever asked for. */
export async function fileText(
  { packageFiles, staging }: AppDeps,
  { path, bytes, inPackage: { digest, bytes: packageBytes } }: FileInPackage,
): Promise<FileText> {
  if (bytes > mostBytes) return { kind: 'tooLarge' };
  const content = {
    bytes: packageBytes,
    read: (offset: number, count: number) => staging.read(digest, offset, count),
  };
  const stream = await packageFiles.open(content, path);
  if (stream === undefined) return { kind: 'binary' };
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return textOf(Buffer.concat(pieces));
}

function textOf(content: Buffer): FileText {
  if (content.includes(0)) return { kind: 'binary' };
  try {
    const lines = new TextDecoder('utf-8', { fatal: true }).decode(content).split(/\r\n|\n|\r/);
    return lines.length > mostLines ? { kind: 'tooLarge' } : { kind: 'text', lines };
  } catch {
    return { kind: 'binary' };
  }
}
