import type { CertificationException, ExceptionPlace } from '../../domain/certification/exceptions/exception';
import type { CertifiedPart } from '../../domain/certification/report/certified-part';
import type { ReportSubject } from '../../domain/certification/report/compose-report';
import type { CertificationReport } from '../../domain/certification/report/report-schema';

/** Where a publication's signed report lies, and what lists and pages say of it. */
export type CertificationRecord = ReportSubject &
  Pick<CertificationReport, 'at' | 'validUntil' | 'verdict' | 'ruleSets' | 'exceptions'> & {
    /** SHA-256 of the envelope's bytes, lower-case hex. */
    readonly digest: string;
    readonly bytes: number;
  };

export type Certifications = {
  /** Keeps what one input turned out to be, the newest by `certifiedAt`, and returns all parts of the publication. */
  addPart: (publicationId: string, part: CertifiedPart) => Promise<readonly CertifiedPart[]>;
  /** What is known of its inputs by now, by name. */
  partsOf: (publicationId: string) => Promise<readonly CertifiedPart[]>;
  /** A publication has one report: an older one never takes the place of a newer. */
  save: (record: CertificationRecord) => Promise<void>;
  find: (publicationId: string) => Promise<CertificationRecord | undefined>;
  /** Whether a publication's report is the envelope of this digest. */
  isReport: (digest: string) => Promise<boolean>;
};

export type ExceptionRecord = CertificationException & {
  readonly endedAt: string | null;
  readonly endedBy: string | null;
};

export type NewException = Omit<CertificationException, 'grantedAt' | 'approver'>;

/** Exceptions from certification rules: granted and ended, never changed; each leaves an event. */
export type Exceptions = {
  /** Idempotent by `exceptionId`. */
  grant: (exception: NewException, actor: string) => Promise<ExceptionRecord>;
  /** Undefined when the publisher has no such exception. The first end counts. */
  end: (
    key: Pick<CertificationException, 'exceptionId' | 'publisherId'>,
    actor: string,
  ) => Promise<ExceptionRecord | undefined>;
  /** Those that count for an offer or a plan of it now, all of them, by id. */
  inForce: (place: ExceptionPlace, now: Date) => Promise<readonly CertificationException[]>;
  /** The newest, for people to read; of every publisher when `publisherId` is null. */
  list: (asked: {
    readonly publisherId: string | null;
    readonly offerId?: string | undefined;
    readonly inForceAt?: Date | undefined;
  }) => Promise<readonly ExceptionRecord[]>;
};
