import { isBelow } from '../../../../arm-template/below';
import type { ExpressionFault } from '../../../../arm-template/expression/parse-expression';
import type { TemplateValue } from '../../../../arm-template/template';
import type { Flaw } from '../../../../text/findings/flaw-names';
import { shownText } from '../../../shown-value';
import { templateRule, violationAt } from '../../../template-rule';

export const templateExpression = templateRule({
  id: 'app.template.expression',
  severity: 'error',
  title: 'Every expression can be read',
  rationale: 'Resource Manager refuses the whole template for one expression that it cannot read.',
  message: {
    en: 'The expression cannot be read at character {offset} ({flaw}): {actual}.',
    es: 'La expresión no se puede leer en el carácter {offset} ({flaw}): {actual}.',
    ru: 'Выражение не читается с символа {offset} ({flaw}): {actual}.',
    zh: '无法读取表达式，第 {offset} 个字符处 ({flaw})：{actual}。',
  },
  fix: {
    en: 'Close every bracket and quote; a text that only looks like an expression begins with [[.',
    es: 'Cierre todos los corchetes y comillas; un texto que solo parece una expresión empieza con [[.',
    ru: 'Закройте все скобки и кавычки; текст, лишь похожий на выражение, начинается с [[.',
    zh: '请闭合所有括号和引号；仅看起来像表达式的文本应以 [[ 开头。',
  },
  check: (template) =>
    template.evaluated
      .filter(({ expression }) => expression.fault !== null)
      .flatMap((value) => {
        const { fault } = value.expression;
        if (fault === null || isNeverEvaluated(value)) return [];
        const params = { offset: fault.offset + 1, flaw: flaws[fault.problem] };
        const from = Math.max(0, fault.offset - 40);
        return [violationAt(template, value, { params, actual: shownText(value.node.value, from) })];
      }),
});

const flaws: Readonly<Record<ExpressionFault['problem'], Flaw>> = {
  unexpected: 'syntax',
  unfinished: 'unfinished',
  unclosedText: 'unclosedText',
  tooDeep: 'tooDeep',
  tooLong: 'tooLarge',
};

function isNeverEvaluated(value: TemplateValue): boolean {
  return (
    value.section === 'metadata' || isBelow(value, 'metadata', 'allowedvalues') || value.name === 'comments'
  );
}
