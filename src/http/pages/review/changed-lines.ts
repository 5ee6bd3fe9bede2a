import { type LineChanges, lineChanges, noChanges } from '../../../domain/review/line-changes';
import { comparedFile, type ReviewedFile } from '../../../domain/review/package-files';
import type { OfferRecord } from '../../../services/ports';
import type { AppDeps } from '../../deps';
import { comparedPackages } from '../../reviews/reviewed';
import { type FileText, fileText } from './file-text';
import type { ReviewView } from './view';

type Asked = {
  readonly view: ReviewView;
  readonly offer: OfferRecord;
  readonly file: ReviewedFile;
  readonly text: FileText;
};

/** How the file differs from the version it is compared with; not at all when there is no such text to compare with. */
export async function changedLines(
  deps: AppDeps,
  { view: { item }, offer, file, text }: Asked,
): Promise<LineChanges> {
  if (text.kind !== 'text' || item === undefined) return noChanges;
  const earlier = comparedFile(file, await comparedPackages(deps, offer, item));
  if (earlier === undefined || earlier.digest === file.digest) return noChanges;
  const before = await fileText(deps, earlier);
  return before.kind === 'text' ? lineChanges(before.lines, text.lines) : noChanges;
}
