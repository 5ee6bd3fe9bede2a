import type { OfferArtefact } from '../offer/artefacts';
import { diskRoleOf } from './disk-role';
import { packageRuleSet, ruleSetVersionOf } from './rule-set-version';

/** The version of the rules that an offer's artefact is held to today. */
export const ruleSetOf = (artefact: OfferArtefact): string =>
  artefact.kind === 'package'
    ? packageRuleSet
    : ruleSetVersionOf(diskRoleOf(artefact.kind, artefact.osFamily));
