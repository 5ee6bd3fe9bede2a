import type { Verdict } from '../../../domain/certification/finding';
import type { CertifiedPart } from '../../../domain/certification/report/certified-part';
import type { ReportedException } from '../../../domain/certification/report/report-schema';
import type { Fixed, Given, Json, OptionalTime, Time } from './columns';

export type CertificationPartTable = {
  publicationId: Fixed<string>;
  name: Fixed<string>;
  certifiedAt: Time;
  part: Json<CertifiedPart>;
};

export type CertificationReportTable = {
  publicationId: Fixed<string>;
  publisherId: Fixed<string>;
  offerId: Fixed<string>;
  offerVersion: Fixed<number>;
  digest: string;
  bytes: number;
  at: Time;
  validUntil: OptionalTime;
  verdict: Verdict;
  ruleSets: Json<readonly string[]>;
  exceptions: Json<readonly ReportedException[]>;
};

export type CertificationExceptionTable = {
  ordinal: Given<bigint>;
  exceptionId: Fixed<string>;
  publisherId: Fixed<string>;
  offerId: Fixed<string | null>;
  planId: Fixed<string | null>;
  ruleId: Fixed<string>;
  reason: Fixed<string>;
  approver: Fixed<string>;
  grantedAt: Time;
  until: Fixed<string>;
  endedAt: OptionalTime;
  endedBy: string | null;
};
