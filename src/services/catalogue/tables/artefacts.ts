import type { Finding, Verdict } from '../../../domain/certification/finding';
import type { TestResult } from '../../../domain/certification/test-result';
import type { Manifest, ProductPage, Signature } from '../../../domain/product-page/product-page';
import type { ArtefactMedium } from '../../../domain/replication/artefact';
import type { PageRange } from '../../../domain/replication/page-ranges';
import type { ReplicaRecord } from '../../ports';
import type { Fixed, FixedJson, Json, JsonOrNull, Long, OptionalTime, Time } from './columns';

export type ArtefactTable = {
  digest: Fixed<string>;
  bytes: Long;
  medium: Fixed<ArtefactMedium>;
  contentType: string;
  ranges: Json<readonly PageRange[]>;
  facts: Json<Readonly<Record<string, unknown>>>;
  createdAt: Time;
  usedAt: Time;
};

export type ArtefactSourceTable = {
  sourceId: Fixed<string>;
  url: Fixed<string>;
  etag: Fixed<string>;
  bytes: Long;
  digest: string;
  readAt: Time;
};

export type ArtefactBindingTable = {
  publisherId: Fixed<string>;
  offerId: Fixed<string>;
  offerVersion: Fixed<number>;
  artefactId: Fixed<string>;
  digest: string;
  reportId: string;
};

export type ReportTable = {
  reportId: Fixed<string>;
  subject: Fixed<string>;
  ruleSetVersion: Fixed<string>;
  verdict: Fixed<Verdict>;
  findings: FixedJson<readonly Finding[]>;
  tests: JsonOrNull<readonly TestResult[]>;
  exceptionIds: FixedJson<readonly string[]>;
  createdAt: Time;
  confirmedAt: Time;
  validUntil: string;
};

export type ReplicaTable = {
  digest: Fixed<string>;
  region: Fixed<string>;
  state: ReplicaRecord['state'];
  attempt: number;
  journal: Json<readonly PageRange[]>;
  copyingFor: string | null;
  verifiedAt: OptionalTime;
  changedAt: Time;
};

export type ReplicaHoldTable = {
  digest: Fixed<string>;
  region: Fixed<string>;
  publicationId: Fixed<string>;
  publisherId: Fixed<string>;
  offerId: Fixed<string>;
  /** Null while it holds; afterwards it remembers who has to delete the replica. */
  releasedAt: OptionalTime;
};

export type PackageTable = {
  packageDigest: Fixed<string>;
  manifest: FixedJson<Manifest>;
  page: FixedJson<ProductPage>;
  signature: FixedJson<Signature>;
  createdAt: Time;
};
