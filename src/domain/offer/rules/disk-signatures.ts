import { sasUrlFindings } from '../../certification/sas-findings';
import { artefactsOf } from '../artefacts';
import { isMasked } from '../secrets';
import type { OfferRule } from './rule';

/** Every disk's URL carries a signature that lets certification read it, long enough. */
export const diskSignatures: OfferRule = ({ document, now }) =>
  artefactsOf(document)
    .filter(({ url }) => URL.canParse(url) && !isMasked(url))
    .flatMap(({ url, pointer, planId }) =>
      sasUrlFindings(url, now, pointer).map((finding) => ({
        ...finding,
        target: { plan: planId, ...finding.target },
      })),
    );
