import { callsIn, isCallOf } from '../../../../arm-template/expression/expression';
import { shownValue } from '../../../shown-value';
import { templateRule, violationAt } from '../../../template-rule';

export const templateDynamicVariables = templateRule({
  id: 'app.template.dynamic-variables',
  aliases: ['Dynamic-Variable-References-Should-Not-Use-Concat'],
  severity: 'error',
  marketplaceSeverity: 'warning',
  title: 'Names of variables are not put together',
  rationale:
    'Nobody can see which variables such a template needs; one is renamed or removed, and the deployment fails for some choices only.',
  message: {
    en: 'The name of a variable is put together: {actual}.',
    es: 'El nombre de una variable se compone: {actual}.',
    ru: 'Имя переменной составляется: {actual}.',
    zh: '变量名是拼接出来的：{actual}。',
  },
  fix: {
    en: "Keep the choices in one object and pick by index: variables('choices')[parameters('choice')].",
    es: "Guarde las opciones en un objeto y elija por índice: variables('choices')[parameters('choice')].",
    ru: "Храните варианты в одном объекте и выбирайте по индексу: variables('choices')[parameters('choice')].",
    zh: "请将各选项放入一个对象并按索引选取：variables('choices')[parameters('choice')]。",
  },
  check: (template) =>
    template.evaluated
      .filter(({ expression }) =>
        expression.calls.some(
          (call) =>
            isCallOf(call, 'variables') &&
            call.arguments.flatMap(callsIn).some((each) => isCallOf(each, 'concat', 'format')),
        ),
      )
      .map((value) => violationAt(template, value, { actual: shownValue(value) })),
});
