import { placeAt } from '../../../../json/json-place';
import { outputsOf } from '../../../../create-ui/outputs';
import { targetOf } from '../../../package-facts';
import { createUiTemplateRule } from './create-ui-rule';

export const outputsInTemplate = createUiTemplateRule({
  id: 'app.create-ui.unknown-output',
  aliases: ['Outputs-Must-Be-Present-In-Template-Parameters'],
  severity: 'error',
  title: 'Every output of the form is a parameter of the template',
  rationale:
    'A value that the template does not expect makes the deployment fail when the customer presses Create.',
  message: {
    en: 'The output {output} is no parameter of {file}.',
    es: 'La salida {output} no es un parámetro de {file}.',
    ru: 'Выходное значение {output} не является параметром в {file}.',
    zh: '输出 {output} 不是 {file} 的参数。',
  },
  fix: {
    en: 'Declare the parameter {output} in the template, or take the output away.',
    es: 'Declare el parámetro {output} en la plantilla o quite la salida.',
    ru: 'Объявите параметр {output} в шаблоне или уберите выходное значение.',
    zh: '请在模板中声明参数 {output}，或删除该输出。',
  },
  check: (createUi, mainTemplate) =>
    outputsOf(createUi)
      .filter(({ name }) => placeAt(mainTemplate.root, 'parameters', name) === undefined)
      .map(({ name, place }) => ({
        params: { output: name, file: mainTemplate.path },
        target: targetOf(createUi, place),
      })),
});
