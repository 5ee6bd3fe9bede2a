import type { Finding } from '../finding';
import type { TestResult } from '../test-result';
import type { CertifiedInput } from './report-schema';

/** One input as its own activity certified it. */
export type CertifiedPart = Omit<CertifiedInput, 'tests' | 'findings'> & {
  /** ISO time at which this publication asked for it. */
  readonly certifiedAt: string;
  /** Of the judgement that reviewers have before them; absent where nothing was judged, and in parts of older releases. */
  readonly reportId?: string;
  readonly tests: readonly TestResult[];
  readonly findings: readonly Finding[];
};
