import type { OfferArtefact } from '../offer/artefacts';
import { diskRoleOf } from './disk-role';
import { packageRuleSetFor, ruleSetVersionOf } from './rule-set-version';

/** The version of the rules that an offer's artefact is held to today. */
export const ruleSetOf = (artefact: OfferArtefact): string =>
  artefact.kind === 'package'
    ? packageRuleSetFor(artefact.trackingId)
    : ruleSetVersionOf(diskRoleOf(artefact.kind, artefact.osFamily));
