import type { DiskRole } from './disk-role';

/** Raised with every change of a rule; a test knows the rules' sources and says so when it was forgotten. */
const revision = '2026-11-23.2';

/**
 * The rules an image of this role is held to: the same bytes judged as another kind of disk are another judgement,
 * and a report is found again only under the version that made it.
 */
export function ruleSetVersionOf(role: DiskRole): string {
  return `${role}@${revision}`;
}

/** The rules that packages of Azure applications are held to: against another tracking GUID it is another judgement. */
export const packageRuleSetFor = (trackingId: string | null): string =>
  trackingId === null ? `package@${revision}` : `package@${revision}+${trackingId}`;
