import { outputsOf, referencesIn } from '../../../../create-ui/outputs';
import { resolve } from '../../../../create-ui/resolve';
import { targetOf } from '../../../package-facts';
import { createUiRule } from './create-ui-rule';

export const controlsExist = createUiRule({
  id: 'app.create-ui.unknown-control',
  aliases: ['Controls-In-Outputs-Must-Exist'],
  severity: 'error',
  title: 'Outputs speak only of controls that are there',
  rationale:
    'An output of a control that does not exist is empty, and the deployment begins with nothing where a value should be.',
  message: {
    en: 'The output {output} speaks of {missing}, which is not in the form.',
    es: 'La salida {output} habla de {missing}, que no está en el formulario.',
    ru: 'Выходное значение {output} ссылается на {missing}, чего нет в форме.',
    zh: '输出 {output} 引用了表单中不存在的 {missing}。',
  },
  fix: {
    en: 'Correct the name {missing} in the output, or add the control.',
    es: 'Corrija el nombre {missing} en la salida o añada el control.',
    ru: 'Исправьте имя {missing} в выходном значении или добавьте элемент управления.',
    zh: '请更正输出中的名称 {missing}，或添加该控件。',
  },
  check: (createUi) =>
    outputsOf(createUi).flatMap(({ name, place, expression }) =>
      referencesIn(expression).flatMap((reference) => {
        const resolved = resolve(createUi, reference);
        return resolved.kind === 'missing'
          ? [{ params: { output: name, missing: resolved.name }, target: targetOf(createUi, place) }]
          : [];
      }),
    ),
});
