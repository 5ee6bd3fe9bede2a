import { type Call, headOf, isCallOf, isListCall } from '../../../../arm-template/expression/expression';
import { templateRule, violationsOfCalls } from '../../../template-rule';

export const templateResourceIdScopes = templateRule({
  id: 'app.template.resource-id-scopes',
  aliases: ['ResourceIds-should-not-contain'],
  severity: 'error',
  marketplaceSeverity: 'warning',
  title: 'Ids of resources are asked for without what is understood',
  rationale:
    'Subscription and resource group of the deployment are understood; naming them, or putting a type together, hides what is meant from tools and readers.',
  message: {
    en: '{call}() begins with {actual}().',
    es: '{call}() empieza con {actual}().',
    ru: '{call}() начинается с {actual}().',
    zh: '{call}() 以 {actual}() 开头。',
  },
  fix: {
    en: 'Leave out the subscription and resource group of the deployment, write the resource type as one text, and refer to resources by resourceId().',
    es: 'Omita la suscripción y el grupo de recursos de la implementación, escriba el tipo de recurso como un solo texto y refiera los recursos con resourceId().',
    ru: 'Не указывайте подписку и группу ресурсов развёртывания, пишите тип ресурса одной строкой и ссылайтесь на ресурсы через resourceId().',
    zh: '请省略部署自身的订阅和资源组，将资源类型写成一个完整的文本，并通过 resourceId() 引用资源。',
  },
  check: (template) =>
    violationsOfCalls(template, (call) => {
      const first = needlessFirst(call);
      return first && { params: { call: call.name }, actual: first.name };
    }),
});

function needlessFirst(call: Call): Call | undefined {
  const isId = isCallOf(
    call,
    'resourceid',
    'subscriptionresourceid',
    'tenantresourceid',
    'extensionresourceid',
  );
  if (!isId && !isCallOf(call, 'reference') && !isListCall(call)) return undefined;
  const first = headOf(call.arguments[0] ?? null);
  const isNeedless = isCallOf(first, 'concat') || (isId && isCallOf(first, 'subscription', 'resourcegroup'));
  return isNeedless ? first : undefined;
}
