import { placeOf } from '../../../../json/json-place';
import { textOf } from '../../../../json/read-json';
import type { Violation } from '../../../rule';
import { shownValue } from '../../../shown-value';
import { templateRule, violationAt } from '../../../template-rule';

const host = 'https://schema.management.azure.com/schemas';
const current = `${host}/2019-04-01/deploymentTemplate.json#`;
const deprecated = `${host}/2015-01-01/deploymentTemplate.json#`;
const accepted: readonly string[] = [
  current,
  `${host}/2018-05-01/subscriptionDeploymentTemplate.json#`,
  `${host}/2019-08-01/managementGroupDeploymentTemplate.json#`,
  `${host}/2019-08-01/tenantDeploymentTemplate.json#`,
];

export const templateSchema = templateRule({
  id: 'app.template.schema',
  aliases: ['DeploymentTemplate-Schema-Is-Correct'],
  severity: 'error',
  marketplaceSeverity: 'warning',
  title: 'A template names a deployment template schema',
  rationale:
    'Resource Manager and every editor choose by the schema how a template is read and at which scope it is deployed; with a wrong one the deployment is refused.',
  message: {
    en: 'The schema of this template is {actual}; it should be {expected}.',
    es: 'El esquema de esta plantilla es {actual}; debería ser {expected}.',
    ru: 'Схема этого шаблона: {actual}; ожидается {expected}.',
    zh: '此模板的架构为 {actual}；应为 {expected}。',
  },
  fix: {
    en: 'Set $schema to the deployment template schema of the scope you deploy to.',
    es: 'Establezca en $schema el esquema de plantilla de implementación del ámbito de destino.',
    ru: 'Укажите в $schema схему шаблона развёртывания для нужной области.',
    zh: '请将 $schema 设为目标部署范围的部署模板架构。',
  },
  check: (template): readonly Violation[] => {
    const schema = placeOf(template.place, '$schema');
    const name = withHash(textOf(schema?.node) ?? '');
    if (accepted.some((each) => each.toLowerCase() === name)) return [];
    const isOld = name === deprecated.toLowerCase();
    const facts = { expected: current, actual: shownValue(schema) };
    return [
      violationAt(template, schema ?? template.place, isOld ? { ...facts, severity: 'warning' } : facts),
    ];
  },
});

/** The fragment sign at the end means nothing and is often forgotten. */
const withHash = (schema: string): string => `${schema.toLowerCase().replace(/#$/, '')}#`;
