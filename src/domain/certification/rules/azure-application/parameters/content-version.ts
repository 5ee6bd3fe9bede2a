import { placeOf } from '../../../../json/json-place';
import { textOf } from '../../../../json/read-json';
import { targetOf } from '../../../package-facts';
import { kept } from '../../../rule';
import { parametersRule } from './parameters-rule';
import { shownValue } from '../../../shown-value';

export const parametersContentVersion = parametersRule({
  id: 'app.parameters.content-version',
  aliases: ['DeploymentParameters-Should-Have-ContentVersion'],
  severity: 'error',
  title: 'A parameter file has a content version',
  rationale: 'Resource Manager refuses a parameter file without one.',
  message: {
    en: 'contentVersion is {actual} instead of a version such as {expected}.',
    es: 'contentVersion es {actual} en lugar de una versión como {expected}.',
    ru: 'Значение contentVersion — {actual}, а должна быть версия вида {expected}.',
    zh: 'contentVersion 的值为 {actual}，应为类似 {expected} 的版本号。',
  },
  fix: {
    en: 'Set contentVersion to {expected}.',
    es: 'Ponga contentVersion a {expected}.',
    ru: 'Укажите в contentVersion значение {expected}.',
    zh: '请将 contentVersion 设为 {expected}。',
  },
  check: (file) => {
    const place = placeOf(file.root, 'contentVersion');
    const version = textOf(place?.node) ?? '';
    if (/^\d+\.\d+\.\d+\.\d+$/.test(version)) return kept;
    return [
      {
        expected: '1.0.0.0',
        actual: shownValue(place),
        // Any text is taken; four numbers are what everybody writes.
        ...(version === '' ? {} : { severity: 'warning' as const }),
        target: targetOf(file, place ?? file.root),
      },
    ];
  },
});
