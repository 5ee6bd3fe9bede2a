import type { SupportRequest } from '../../ports';
import type { SupportRequestRow } from '../schema';

export function toSupportRequest({ caseId, ...row }: SupportRequestRow): SupportRequest {
  return { caseNumber: caseNumberOf(caseId), ...row };
}

/** Readable over the telephone: `CASE-000123`. */
export function caseNumberOf(caseId: bigint): string {
  return `CASE-${caseId.toString().padStart(6, '0')}`;
}

export function caseIdOf(caseNumber: string): bigint | undefined {
  const digits = /^CASE-(\d{6,18})$/.exec(caseNumber)?.[1];
  return digits === undefined ? undefined : BigInt(digits);
}
