import { unreferenced } from '../../../../arm-template/references';
import { templateRule, violationAt } from '../../../template-rule';

export const templateUnusedVariables = templateRule({
  id: 'app.template.unused-variables',
  aliases: ['Variables-Must-Be-Referenced'],
  severity: 'error',
  marketplaceSeverity: 'warning',
  title: 'Every variable is used',
  rationale:
    'What nothing uses is read and kept up for nothing, and often hides a reference that was forgotten.',
  message: {
    en: 'No expression uses the variable {name}.',
    es: 'Ninguna expresión usa la variable {name}.',
    ru: 'Переменная {name} не используется ни в одном выражении.',
    zh: '没有任何表达式使用变量 {name}。',
  },
  fix: {
    en: 'Remove the variable, or use it; an expression needs both of its brackets to count.',
    es: 'Quite la variable o úsela; una expresión solo cuenta con sus dos corchetes.',
    ru: 'Удалите переменную или используйте её; выражение учитывается только с обеими скобками.',
    zh: '请删除该变量或使用它；表达式必须带有两侧方括号才有效。',
  },
  check: (template) =>
    unreferenced(template, 'variables').map(({ name, place }) =>
      violationAt(template, place, { params: { name } }),
    ),
});
