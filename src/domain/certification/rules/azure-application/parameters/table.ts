import type { PackageFacts } from '../../../package-facts';
import type { Rule } from '../../../rule';
import { parametersContentVersion } from './content-version';
import { parametersPresent } from './present';
import { parametersSchema } from './schema';
import { parameterValues } from './values';

export const parametersRules: readonly Rule<PackageFacts>[] = [
  parametersSchema,
  parametersContentVersion,
  parametersPresent,
  parameterValues,
];
