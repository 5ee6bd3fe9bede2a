import { packageUrlFindings, sasUrlFindings } from '../../certification/sas-findings';
import { artefactsOf } from '../artefacts';
import { isMasked } from '../secrets';
import type { OfferRule } from './rule';

/** Every disk's and package's URL lets certification read it: of a disk by a signature, long enough. */
export const artefactUrls: OfferRule = ({ document, now }) =>
  artefactsOf(document)
    .filter(({ url }) => URL.canParse(url) && !isMasked(url))
    .flatMap(({ kind, url, pointer, planId }) =>
      (kind === 'package' ? packageUrlFindings : sasUrlFindings)(url, now, pointer).map((finding) => ({
        ...finding,
        target: { plan: planId, ...finding.target },
      })),
    );
