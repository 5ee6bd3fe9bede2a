import type { RuleDescription } from '../../../certification/rule';

/** What is said of a rule of the offer document in English; its words for publishers stand with all findings. */
export type Described = Pick<RuleDescription, 'id' | 'title' | 'rationale' | 'policy'> & {
  /** Absent: error. */
  readonly severity?: 'warning';
};
