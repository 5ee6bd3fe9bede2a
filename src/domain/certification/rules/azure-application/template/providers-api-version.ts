import { callsBehind } from '../../../../arm-template/behind';
import { isCallOf } from '../../../../arm-template/expression/expression';
import { saidByResources } from '../../../../arm-template/template';
import { shownValue } from '../../../shown-value';
import { templateRule, violationAt } from '../../../template-rule';

export const templateProvidersApiVersion = templateRule({
  id: 'app.template.providers-api-version',
  aliases: ['providers_apiVersions-Is-Not-Permitted'],
  severity: 'error',
  marketplaceSeverity: 'warning',
  title: 'API versions are written down',
  rationale:
    'A version that is looked up during the deployment changes without notice, and with it the properties that a resource has.',
  message: {
    en: 'The API version is looked up by providers(): {actual}.',
    es: 'La versión de la API se busca con providers(): {actual}.',
    ru: 'Версия API определяется через providers(): {actual}.',
    zh: 'API 版本通过 providers() 查询得到：{actual}。',
  },
  fix: {
    en: 'Write down the API version that you have tested with.',
    es: 'Escriba la versión de la API con la que ha probado.',
    ru: 'Укажите версию API, с которой вы проводили проверку.',
    zh: '请写明您测试时使用的 API 版本。',
  },
  check: (template) =>
    saidByResources(template, 'apiversion')
      .filter((value) => callsBehind(value, template).some((call) => isCallOf(call, 'providers')))
      .map((value) => violationAt(template, value, { actual: shownValue(value) })),
});
