import type { Finding } from '../../../domain/certification/finding';
import type { OfferKey } from '../../../domain/offer/ids';
import type { ReviewedField } from '../../../domain/review/fields';
import type { ReviewedFile } from '../../../domain/review/package-files';
import type { ReviewPlace, ReviewThread } from '../../../domain/review/thread';
import type { ReviewItem } from '../../../services/ports';
import type { Certificate } from '../../certification/certificate';
import { offerPage } from '../../offers/offer-key';
import type { Words } from '../../words/words';
import type { Notice } from '../status/view';

/** What whoever reads the page may do there. */
export type ReviewReader = {
  readonly isReviewer: boolean;
  readonly mayAnswer: boolean;
  /** `fourEyes`: they could, had they not signed the version off. */
  readonly mayDecide: boolean | 'fourEyes';
};

/** What the Review page and its parts show. */
export type ReviewView = {
  readonly offer: OfferKey;
  readonly title: string;
  /** Undefined while nothing of the offer was ever reviewed. */
  readonly item: ReviewItem | undefined;
  /** Names of those who signed off or decided that nobody vouched for. */
  readonly claimed: readonly string[];
  readonly threads: readonly ReviewThread[];
  readonly reader: ReviewReader;
  readonly isOverdue: boolean;
  /** Reviewers may have corrected the draft: an approval does not publish that. */
  readonly draftDiffers: boolean;
  /** Null before its publication was certified. */
  readonly certification: Certificate | null;
};

export type WholeReview = ReviewView & {
  readonly files: readonly ReviewedFile[];
  readonly fields: readonly ReviewedField[];
  readonly findings: readonly Finding[];
  /** Where a comment is being written; a file's has its own page. */
  readonly commentOn: ReviewPlace;
  readonly notice: Notice | 'badText' | undefined;
};

export type ReviewProps = { readonly view: ReviewView; readonly words: Words };
export type WholeReviewProps = { readonly view: WholeReview; readonly words: Words };

export const wholeOffer: ReviewPlace = { file: null, line: null, pointer: null };

/** The review is named by its publication. */
type Shown = Pick<ReviewView, 'offer'> & { readonly item: Pick<ReviewItem, 'publicationId'> | undefined };

/** The Review page as it is shown, e.g. with the form at a field. */
export const reviewPath = (view: Shown, query: Readonly<Record<string, string>> = {}): string =>
  offerPage(view.offer, `review${queryText(view, query)}`);

/** A file's page; with a line, the form stands under it. */
export function filePath(view: Shown, file: string, line?: number): string {
  const query = { name: file, ...(line === undefined ? {} : { line: String(line) }) };
  const anchor = line === undefined ? '' : `#L${line}`;
  return offerPage(view.offer, `review/file${queryText(view, query)}${anchor}`);
}

/** Where a thread's place can be looked at. */
export function placePath(view: Shown, { file, line, pointer }: ReviewPlace): string {
  if (file !== null) return filePath(view, file, line ?? undefined);
  return pointer === null ? reviewPath(view) : `${reviewPath(view)}#${encodeURI(pointer)}`;
}

function queryText({ item }: Shown, query: Readonly<Record<string, string>>): string {
  const all = { ...(item && { publication: item.publicationId }), ...query };
  const text = new URLSearchParams(all).toString();
  return text === '' ? '' : `?${text}`;
}
