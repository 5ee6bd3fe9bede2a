import type { Finding } from '../../certification/finding';

type Facts = Partial<Pick<Finding, 'expected' | 'actual'>> & Finding['params'];

/** What a finding carries, by the id of its rule. */
export type FindingFacts = Readonly<Record<string, Facts>>;
