import type { Context } from 'hono';
import { may } from '../../../domain/access/identity';
import { runPageOf } from '../../../domain/publication/run-page';
import type { OfferRecord, PublicationRecord } from '../../../services/ports';
import { certificateOf } from '../../certification/certificate';
import type { AppDeps } from '../../deps';
import { fullStatus } from '../../publication/full-status';
import { identityOf } from '../../access/identity';
import { personalPreviewLinks } from '../../publication/preview-links';
import { allowedNow } from './allowed';
import type { PublicationView } from './view';

type Asked = { readonly offer: OfferRecord; readonly shown: PublicationRecord };

/** One publication as this reader may see and steer it, at this moment. */
export async function publicationView(
  deps: AppDeps,
  context: Context,
  { offer, shown }: Asked,
): Promise<PublicationView> {
  const { publicationId, runId, status } = shown;
  const reader = identityOf(context);
  const now = deps.clock();
  const { temporalUi } = deps.settings;
  const parts = deps.catalogue.certifications.partsOf(publicationId);
  const [full, progress, certification, certifiedParts, previewLinks] = await Promise.all([
    fullStatus(deps, status, parts),
    deps.catalogue.publications.progress(publicationId),
    certificateOf(deps, publicationId),
    parts,
    personalPreviewLinks(deps, offer, status),
  ]);
  return {
    offer,
    status: full,
    progress,
    certification,
    certifiedParts,
    previewLinks,
    now,
    allowed: allowedNow(status, reader, now),
    runPage:
      temporalUi !== undefined && may(reader, 'operate', offer.publisherId)
        ? runPageOf(temporalUi, offer, runId)
        : undefined,
  };
}
