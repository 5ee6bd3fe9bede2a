import { type PackageFacts, targetOf } from '../../../package-facts';
import { kept, type Rule } from '../../../rule';
import { trackingIdsIn } from './tracking-id';

export const usageAttributionDiffers: Rule<PackageFacts> = {
  id: 'app.package.usage-attribution-differs',
  severity: 'error',
  title: 'The template carries the tracking GUID that its plan names',
  rationale:
    'Azure counts use for the GUID in the template. If the plan names another one, it is counted for somebody else, or for nobody.',
  policy: '300.4',
  message: {
    en: 'The template carries the tracking GUID {actual}, the plan names {expected}.',
    es: 'La plantilla lleva el GUID de seguimiento {actual}; el plan indica {expected}.',
    ru: 'В шаблоне указан GUID отслеживания {actual}, а в плане {expected}.',
    zh: '模板中的跟踪 GUID 为 {actual}，而计划中为 {expected}。',
  },
  fix: {
    en: 'Name the deployment resource pid-{expected}, or correct the plan’s usage attribution id.',
    es: 'Llame al recurso de implementación pid-{expected} o corrija el id. de atribución de uso del plan.',
    ru: 'Назовите ресурс развертывания pid-{expected} или исправьте идентификатор в плане.',
    zh: '请将部署资源命名为 pid-{expected}，或更正计划的使用情况归因 ID。',
  },
  judges: (facts) => facts.trackingId !== null && facts.mainTemplate !== null,
  check: (facts) => {
    const { mainTemplate, trackingId } = facts;
    const [actual, ...more] = trackingIdsIn(facts);
    // One that carries none is told so by the rule beside this.
    if (mainTemplate === null || trackingId === null || actual === undefined) return kept;
    if ([actual, ...more].includes(trackingId)) return kept;
    return [{ expected: trackingId, actual, target: targetOf(mainTemplate, mainTemplate.root) }];
  },
};
