import { type JsonPlace, placeOf } from '../../../../json/json-place';
import { textOf } from '../../../../json/read-json';
import { type JsonDocument, targetOf } from '../../../package-facts';
import type { Violation } from '../../../rule';
import { createUiRule } from './create-ui-rule';
import { shownValue } from '../../../shown-value';

export const createUiSchema = createUiRule({
  id: 'app.create-ui.schema',
  aliases: ['CreateUIDefinition-Should-Have-Schema'],
  severity: 'error',
  title: 'The createUiDefinition names its schema and the same version',
  rationale:
    'The portal reads the form by the rules of the version it names; without one it guesses, and customers see an empty or broken form.',
  message: {
    en: '{member} is {actual} instead of {expected}.',
    es: '{member} es {actual} en lugar de {expected}.',
    ru: 'Значение {member} — {actual}, а должно быть {expected}.',
    zh: '{member} 的值为 {actual}，应为 {expected}。',
  },
  fix: {
    en: 'Write {member} as {expected}.',
    es: 'Escriba {member} como {expected}.',
    ru: 'Запишите в {member} значение {expected}.',
    zh: '请将 {member} 写为 {expected}。',
  },
  check: (createUi) => [
    ...differing(createUi, '$schema', schema),
    ...differing(createUi, 'version', version),
  ],
});

const version = '0.1.2-preview';
const schema = `https://schema.management.azure.com/schemas/${version}/CreateUIDefinition.MultiVm.json#`;

function differing(document: JsonDocument, member: string, expected: string): readonly Violation[] {
  const place: JsonPlace | undefined = placeOf(document.root, member);
  if (textOf(place?.node)?.toLowerCase() === expected.toLowerCase()) return [];
  return [
    {
      params: { member },
      expected,
      actual: shownValue(place),
      target: targetOf(document, place ?? document.root),
    },
  ];
}
