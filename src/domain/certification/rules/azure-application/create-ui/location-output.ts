import { placeAt } from '../../../../json/json-place';
import { textOf } from '../../../../json/read-json';
import { targetOf } from '../../../package-facts';
import { kept } from '../../../rule';
import { createUiRule } from './create-ui-rule';
import { shownValue } from '../../../shown-value';

export const locationOutput = createUiRule({
  id: 'app.create-ui.location-output',
  aliases: ['Location-Should-Be-In-Outputs'],
  severity: 'error',
  title: 'The form hands the chosen region to the template',
  rationale:
    'Without it the template cannot know which region the customer chose, and everything is deployed elsewhere.',
  message: {
    en: 'The output location is {actual} instead of {expected}.',
    es: 'La salida location es {actual} en lugar de {expected}.',
    ru: 'Выходное значение location — {actual}, а должно быть {expected}.',
    zh: '输出 location 为 {actual}，应为 {expected}。',
  },
  fix: {
    en: 'Add "location": "[location()]" to parameters.outputs.',
    es: 'Añada "location": "[location()]" a parameters.outputs.',
    ru: 'Добавьте "location": "[location()]" в parameters.outputs.',
    zh: '请在 parameters.outputs 中添加 "location": "[location()]"。',
  },
  check: (createUi) => {
    const outputs = placeAt(createUi.root, 'parameters', 'outputs');
    const location = placeAt(outputs, 'location');
    if (/^\[\s*location\(\s*\)\s*\]$/i.test(textOf(location?.node)?.trim() ?? '')) return kept;
    return [
      {
        expected: '[location()]',
        actual: shownValue(location),
        target: targetOf(createUi, location ?? outputs ?? createUi.root),
      },
    ];
  },
});
