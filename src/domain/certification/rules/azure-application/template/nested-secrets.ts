import { secretIn, shownCall } from '../../../../arm-template/secrets';
import { templateRule, violationAt } from '../../../template-rule';

export const templateNestedSecrets = templateRule({
  id: 'app.template.nested-secrets',
  aliases: ['Secure-Params-In-Nested-Deployments'],
  severity: 'error',
  title: 'Nested templates with outer scope hold no secrets',
  rationale:
    'With outer scope the secret is put into the nested template before that is stored, so that it stands in plain text in the deployment history.',
  message: {
    en: 'A nested template with outer scope uses a secret: {actual}.',
    es: 'Una plantilla anidada con ámbito externo usa un secreto: {actual}.',
    ru: 'Вложенный шаблон с внешней областью использует секрет: {actual}.',
    zh: '使用外部作用域的嵌套模板用到了机密：{actual}。',
  },
  fix: {
    en: 'Set expressionEvaluationOptions.scope of the deployment to "inner" and hand the secret over as a secure parameter.',
    es: 'Ponga expressionEvaluationOptions.scope de la implementación en "inner" y pase el secreto como parámetro seguro.',
    ru: 'Задайте expressionEvaluationOptions.scope развёртывания значение "inner" и передавайте секрет защищённым параметром.',
    zh: '请将部署的 expressionEvaluationOptions.scope 设为 "inner"，并以安全参数传递机密。',
  },
  check: (template) => {
    if (template.outerScope === null) return [];
    return template.evaluated.flatMap((value) => {
      const secret = secretIn(value, template);
      return secret === undefined ? [] : [violationAt(template, value, { actual: shownCall(secret) })];
    });
  },
});
