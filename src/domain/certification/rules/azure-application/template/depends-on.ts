import { headOf, isCallOf } from '../../../../arm-template/expression/expression';
import { saidByResources, type TemplateValue } from '../../../../arm-template/template';
import { shownValue } from '../../../shown-value';
import { templateRule, violationAt } from '../../../template-rule';

export const templateDependsOn = templateRule({
  id: 'app.template.depends-on',
  aliases: ['DependsOn-Best-Practices'],
  severity: 'error',
  marketplaceSeverity: 'warning',
  title: 'Dependencies are ids, neither conditions nor put together texts',
  rationale:
    'Resource Manager drops dependencies on resources that are not deployed by itself; a condition or a text put together goes wrong as soon as something is renamed.',
  message: {
    en: 'The dependency begins with {call}(): {actual}.',
    es: 'La dependencia empieza con {call}(): {actual}.',
    ru: 'Зависимость начинается с {call}(): {actual}.',
    zh: '依赖项以 {call}() 开头：{actual}。',
  },
  fix: {
    en: 'Name the resource by its name or by resourceId(), without a condition.',
    es: 'Nombre el recurso por su nombre o con resourceId(), sin condición.',
    ru: 'Указывайте ресурс по имени или через resourceId(), без условия.',
    zh: '请使用资源名称或 resourceId() 指定资源，不要加条件。',
  },
  check: (template) =>
    saidByResources(template, 'dependson').flatMap((value) => {
      const head = headOf(value.expression?.root ?? null);
      const isConcat = isCallOf(head, 'concat') && !isOfLoop(value);
      if (head === undefined || !(isConcat || isCallOf(head, 'if'))) return [];
      return [violationAt(template, value, { params: { call: head.name }, actual: shownValue(value) })];
    }),
});

/** The names that a loop makes have no other way to be written. */
const isOfLoop = ({ expression }: TemplateValue): boolean =>
  (expression?.calls ?? []).some((call) => isCallOf(call, 'copyindex'));
