import { unreferenced } from '../../../../arm-template/references';
import { templateRule, violationAt } from '../../../template-rule';

export const templateUnusedParameters = templateRule({
  id: 'app.template.unused-parameters',
  aliases: ['Parameters-Must-Be-Referenced'],
  severity: 'error',
  marketplaceSeverity: 'warning',
  title: 'Every parameter is used',
  rationale: 'Customers are asked for something that changes nothing, and wonder why.',
  message: {
    en: 'No expression uses the parameter {name}.',
    es: 'Ninguna expresión usa el parámetro {name}.',
    ru: 'Параметр {name} не используется ни в одном выражении.',
    zh: '没有任何表达式使用参数 {name}。',
  },
  fix: {
    en: 'Remove the parameter, or use it; an expression needs both of its brackets to count.',
    es: 'Quite el parámetro o úselo; una expresión solo cuenta con sus dos corchetes.',
    ru: 'Удалите параметр или используйте его; выражение учитывается только с обеими скобками.',
    zh: '请删除该参数或使用它；表达式必须带有两侧方括号才有效。',
  },
  check: (template) =>
    unreferenced(template, 'parameters').map(({ name, place }) =>
      violationAt(template, place, { params: { name } }),
    ),
});
