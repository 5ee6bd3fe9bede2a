import type { PackageFacts } from '../../package-facts';
import type { Rule } from '../../rule';
import { createUiRules } from './create-ui/table';
import { structureRules } from './package/table';
import { parametersRules } from './parameters/table';
import { templateRules } from './template/table';

/** On Azure application packages and their files, at certification and offline. */
export const packageRules: readonly Rule<PackageFacts>[] = [
  ...structureRules,
  ...createUiRules,
  ...parametersRules,
  ...templateRules,
];
