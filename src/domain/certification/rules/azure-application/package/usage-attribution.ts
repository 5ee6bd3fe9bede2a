import { type PackageFacts, targetOf } from '../../../package-facts';
import { kept, type Rule } from '../../../rule';
import { isWholePackage } from '../../../whole-package';
import { trackingIdsIn } from './tracking-id';

export const usageAttribution: Rule<PackageFacts> = {
  id: 'app.package.usage-attribution',
  severity: 'error',
  title: 'The template says which publisher its use belongs to',
  rationale:
    'Azure counts what customers use for the publisher only where a deployment is named after the tracking GUID.',
  policy: '300.4',
  message: {
    en: 'No deployment resource is named {expected}.',
    es: 'Ningún recurso de implementación se llama {expected}.',
    ru: 'Ни один ресурс развертывания не назван {expected}.',
    zh: '没有名为 {expected} 的部署资源。',
  },
  fix: {
    en: 'Add an empty Microsoft.Resources/deployments resource named {expected}, with the GUID registered in Partner Center.',
    es: 'Añada un recurso Microsoft.Resources/deployments vacío llamado {expected}, con el GUID registrado en el Centro de partners.',
    ru: 'Добавьте пустой ресурс Microsoft.Resources/deployments с именем {expected} и GUID, зарегистрированным в Центре партнёров.',
    zh: '请添加名为 {expected} 的空 Microsoft.Resources/deployments 资源，使用在合作伙伴中心注册的 GUID。',
  },
  judges: (facts) => isWholePackage(facts) && facts.mainTemplate !== null,
  check: (facts) => {
    const { mainTemplate } = facts;
    return mainTemplate === null || trackingIdsIn(facts).length > 0
      ? kept
      : [{ expected: 'pid-<GUID>', target: targetOf(mainTemplate, mainTemplate.root) }];
  },
};
