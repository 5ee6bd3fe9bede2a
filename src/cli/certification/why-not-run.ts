import type { Finding } from '../../domain/certification/finding';
import type { ImageCase } from '../../domain/certification/image-case';
import { foundReason } from '../../domain/certification/not-run-reason';
import { whyImageRuleNotRun } from '../../domain/certification/why-image-rule';
import { notRunText } from '../../domain/text/findings/not-run';

/** Why a rule about an image was not run, in a few words. */
export function whyNotRun(found: ImageCase, findings: readonly Finding[]): (ruleId: string) => string {
  const why = whyImageRuleNotRun(found);
  return (ruleId) => notRunText(foundReason(ruleId, findings) ?? why(ruleId), 'en');
}
