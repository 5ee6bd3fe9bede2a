import { changedLines } from '../../../domain/review/changed-lines';
import { type ReviewedFile, reviewedFiles } from '../../../domain/review/package-files';
import type { OfferRecord } from '../../../services/ports';
import type { AppDeps } from '../../deps';
import { type FileText, fileText } from './file-text';
import type { ReviewView } from './view';

type Asked = {
  readonly view: ReviewView;
  readonly offer: OfferRecord;
  readonly file: ReviewedFile;
  readonly text: FileText;
};

/** Which lines the version that is live does not have; none when there is no such text to compare with. */
export async function linesSinceLive(
  deps: AppDeps,
  { view, offer, file, text }: Asked,
): Promise<ReadonlySet<number>> {
  const { productionVersion } = offer;
  const isComparable = productionVersion !== null && productionVersion !== view.item?.offerVersion;
  if (text.kind !== 'text' || !isComparable) return new Set();
  const packages = await deps.catalogue.reviews.packagesOf(offer, productionVersion);
  const live = reviewedFiles(packages).find(({ name }) => name === file.name);
  if (live === undefined || live.digest === file.digest) return new Set();
  const before = await fileText(deps, live);
  return before.kind === 'text' ? changedLines(before.lines, text.lines) : new Set();
}
