import { type LineChanges, lineChanges, noChanges } from '../../../domain/review/line-changes';
import { type ComparedPackages, comparedFile, type ReviewedFile } from '../../../domain/review/package-files';
import type { AppDeps } from '../../deps';
import { type FileText, fileText } from './file-text';

type Asked = {
  readonly compared: ComparedPackages;
  readonly file: ReviewedFile;
  readonly text: FileText;
};

/** How the file differs from the version it is compared with; not at all when there is no such text to compare with. */
export async function changedLines(deps: AppDeps, { compared, file, text }: Asked): Promise<LineChanges> {
  if (text.kind !== 'text') return noChanges;
  const earlier = comparedFile(file, compared);
  if (earlier === undefined || earlier.digest === file.digest) return noChanges;
  const before = await fileText(deps, earlier);
  return before.kind === 'text' ? lineChanges(before.lines, text.lines) : noChanges;
}
