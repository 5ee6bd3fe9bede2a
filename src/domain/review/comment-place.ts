import type { ReviewComment } from '../publication/commands';
import type { ReviewedFile } from './package-files';
import type { ReviewPlace } from './thread';

/**
 * Where on the Review page a comment belongs: at a field, at a file - which reviewers may call by its end -, or nowhere.
 * Of the lists the first counts in which any file is called so.
 */
export function placeOfComment(
  { path = '', line }: ReviewComment,
  files: readonly (readonly Pick<ReviewedFile, 'name'>[])[],
): ReviewPlace {
  if (path === '') return { file: null, line: null, pointer: null };
  if (path.startsWith('/')) return { file: null, line: null, pointer: path };
  const isCalledSo = ({ name }: Pick<ReviewedFile, 'name'>): boolean =>
    name === path || name.endsWith(`/${path}`);
  const named = files.map((list) => list.filter(isCalledSo)).find(({ length }) => length > 0) ?? [];
  const isLine = line !== undefined && line > 0 && line <= longestFile;
  return {
    file: (named.length === 1 ? named[0]?.name : undefined) ?? path,
    line: isLine ? line : null,
    pointer: null,
  };
}

/** A line beyond it is a mistake, and no database holds every number. */
const longestFile = 10_000_000;
