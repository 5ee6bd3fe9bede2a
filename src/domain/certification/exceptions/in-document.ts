import type { Finding } from '../finding';
import type { CertificationException } from './exception';
import { withExceptions } from './with-exceptions';

/**
 * Findings about an offer's document with what is excepted turned into warnings. An exception for one plan says nothing
 * of the others, nor of what is not about a plan.
 */
export function withExceptionsInDocument(
  findings: readonly Finding[],
  ofOffer: readonly CertificationException[],
): readonly Finding[] {
  return findings.flatMap((finding) =>
    withExceptions(
      [finding],
      ofOffer.filter(({ planId }) => planId === null || planId === finding.target.plan),
    ),
  );
}
