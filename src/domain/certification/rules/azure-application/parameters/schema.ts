import { placeOf } from '../../../../json/json-place';
import { textOf } from '../../../../json/read-json';
import { targetOf } from '../../../package-facts';
import { kept } from '../../../rule';
import { parametersRule } from './parameters-rule';
import { shownValue } from '../../../shown-value';

export const parametersSchema = parametersRule({
  id: 'app.parameters.schema',
  aliases: ['DeploymentParameters-Should-Have-Schema'],
  severity: 'error',
  title: 'A parameter file names its schema',
  rationale: 'Without the schema neither tools nor Resource Manager know what the file is.',
  message: {
    en: '$schema is {actual} instead of {expected}.',
    es: '$schema es {actual} en lugar de {expected}.',
    ru: 'Значение $schema — {actual}, а должно быть {expected}.',
    zh: '$schema 的值为 {actual}，应为 {expected}。',
  },
  fix: {
    en: 'Set $schema to {expected}.',
    es: 'Ponga $schema a {expected}.',
    ru: 'Укажите в $schema значение {expected}.',
    zh: '请将 $schema 设为 {expected}。',
  },
  check: (file) => {
    const place = placeOf(file.root, '$schema');
    if (known.test(textOf(place?.node) ?? '')) return kept;
    return [{ expected: newest, actual: shownValue(place), target: targetOf(file, place ?? file.root) }];
  },
});

const newest = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#';

/** Every version there is: 2015-01-01, 2018-05-01 for subscriptions, 2019-04-01, 2019-08-01. */
const known =
  /^https?:\/\/schema\.management\.azure\.com\/schemas\/\d{4}-\d{2}-\d{2}\/(?:subscription|managementGroup|tenant)?deploymentParameters\.json#?$/i;
