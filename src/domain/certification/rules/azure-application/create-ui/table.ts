import type { PackageFacts } from '../../../package-facts';
import type { Rule } from '../../../rule';
import { allowedValues } from './allowed-values';
import { createUiBlanks } from './blanks';
import { controlsExist } from './controls-exist';
import { defaultUsername } from './default-username';
import { createUiHandler } from './handler';
import { hiddenConfirmation } from './hidden-confirmation';
import { hideExisting } from './hide-existing';
import { locationOutput } from './location-output';
import { missingOutputs } from './missing-outputs';
import { outputTypes } from './output-types';
import { outputsInTemplate } from './outputs-in-template';
import { passwordLength } from './password-length';
import { passwordParameters } from './password-parameters';
import { createUiSchema } from './schema';
import { textBoxes } from './text-boxes';
import { tooltips } from './tooltips';
import { validationMessages } from './validation-messages';
import { vmSizes } from './vm-sizes';

export const createUiRules: readonly Rule<PackageFacts>[] = [
  createUiSchema,
  createUiHandler,
  locationOutput,
  outputsInTemplate,
  outputTypes,
  missingOutputs,
  controlsExist,
  allowedValues,
  vmSizes,
  hideExisting,
  passwordParameters,
  passwordLength,
  hiddenConfirmation,
  defaultUsername,
  textBoxes,
  validationMessages,
  tooltips,
  createUiBlanks,
];
