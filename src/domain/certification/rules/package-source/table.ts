import type { Rule } from '../../rule';
import type { SourceFacts } from '../../source-facts';
import { packageChanged } from './changed';
import { packageLength } from './length';
import { packageUnreadable } from './unreadable';

/** On what a package's address answers, at certification. */
export const packageSourceRules: readonly Rule<SourceFacts>[] = [
  packageUnreadable,
  packageChanged,
  packageLength,
];
