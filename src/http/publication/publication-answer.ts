import type { Link, PublicationStatus } from '../../domain/publication/status';
import type { ItemProgress, OfferRecord, PublicationRecord } from '../../services/ports';
import { type Certificate, certificateOf } from '../certification/certificate';
import type { AppDeps } from '../deps';
import { fullStatus } from './full-status';
import { statusPath } from '../offers/offer-key';
import { type PersonalLink, personalPreviewLinks } from './preview-links';
import { shownLive } from '../product/access';

/** `GET .../publication`: our own document, with live progress and links made for this reader. */
export type PublicationAnswer = {
  readonly status: PublicationStatus;
  readonly progress: readonly ItemProgress[];
  readonly certification: Certificate | null;
  readonly links: {
    readonly status: string;
    readonly preview: readonly PersonalLink[];
    /** Where the offer is live now, whichever publication put it there. */
    readonly live: readonly Link[];
  };
};

export async function publicationAnswer(
  deps: AppDeps,
  offer: OfferRecord,
  { publicationId, status }: PublicationRecord,
): Promise<PublicationAnswer> {
  const [full, progress, certification, preview, live] = await Promise.all([
    fullStatus(deps, status),
    deps.catalogue.publications.progress(publicationId),
    certificateOf(deps, publicationId),
    personalPreviewLinks(deps, offer, status),
    shownLive(deps, offer),
  ]);
  const links = { status: `${deps.settings.publicUrl}${statusPath(offer)}`, preview, live };
  return { status: full, progress, certification, links };
}
