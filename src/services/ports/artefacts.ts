import type { Finding, Verdict } from '../../domain/certification/finding';
import type { TestResult } from '../../domain/certification/test-result';
import type { OfferKey } from '../../domain/offer/ids';
import type { Artefact, SourceIdentity } from '../../domain/replication/artefact';

export type ReportRecord = {
  readonly reportId: string;
  /** What was judged: an artefact's digest, or `<publisher>/<offer>/<version>` for a validation. */
  readonly subject: string;
  readonly ruleSetVersion: string;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /** What came of every rule; without it nobody kept that. */
  readonly tests?: readonly TestResult[] | null;
  /** The exceptions that were in force, sorted; without it none. */
  readonly exceptionIds?: readonly string[];
  /** When it was judged last. */
  readonly createdAt: string;
  readonly validUntil: string;
};

export type Artefacts = {
  /** Adds to what is known of this digest: facts of other inspectors stay. */
  save: (artefact: Artefact) => Promise<void>;
  find: (digest: string) => Promise<Artefact | undefined>;
  rememberSource: (source: SourceIdentity, digest: string) => Promise<void>;
  /** The digest last read from exactly this source, when its artefact is still in staging. */
  findBySource: (source: SourceIdentity) => Promise<string | undefined>;
  /** Pictures are bound to no version: those of pages in a slot count as used now, unless they were since `before`. */
  markShownPictures: (before: Date) => Promise<void>;
  /**
   * Runs `work` when the bytes in staging are of no version that a slot shows or a publication works on, and were not
   * found since `before`; false when they are needed. Who looks for them meanwhile waits.
   */
  whileIdle: (
    artefact: { readonly digest: string; readonly before: Date },
    work: () => Promise<void>,
  ) => Promise<boolean>;
  /** What this version's artefact turned out to be; read by packaging. Idempotent. */
  bind: (
    offer: OfferKey,
    offerVersion: number,
    artefactId: string,
    digest: string,
    reportId: string,
  ) => Promise<void>;
  bindings: (
    offer: OfferKey,
    offerVersion: number,
  ) => Promise<
    readonly { readonly artefactId: string; readonly digest: string; readonly reportId: string }[]
  >;
};

export type Reports = {
  /** Content-addressed: the same subject, rules, exceptions and findings give the same id. */
  save: (report: Omit<ReportRecord, 'reportId' | 'createdAt'>) => Promise<ReportRecord>;
  find: (reportId: string) => Promise<ReportRecord | undefined>;
  /** A report that is still valid for this subject under this rule set and exactly these exceptions, sorted. */
  findValid: (
    subject: string,
    ruleSetVersion: string,
    exceptionIds?: readonly string[],
  ) => Promise<ReportRecord | undefined>;
};
