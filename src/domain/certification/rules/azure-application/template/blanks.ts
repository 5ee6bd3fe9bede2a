import { isBelow } from '../../../../arm-template/below';
import { deploymentType, type TemplateValue } from '../../../../arm-template/template';
import type { JsonNode } from '../../../../json/json-tree';
import { templateRule, violationAt } from '../../../template-rule';

export const templateBlanks = templateRule({
  id: 'app.template.blanks',
  aliases: ['Template-Should-Not-Contain-Blanks'],
  severity: 'error',
  marketplaceSeverity: 'warning',
  title: 'No property is left empty',
  rationale:
    'Resource providers read an empty property in different ways: as nothing, as a mistake, or as an order to clear.',
  message: {
    en: 'The property {name} is empty: {actual}.',
    es: 'La propiedad {name} está vacía: {actual}.',
    ru: 'Свойство {name} пусто: {actual}.',
    zh: '属性 {name} 为空：{actual}。',
  },
  fix: {
    en: 'Remove the property, or take its value from a parameter.',
    es: 'Quite la propiedad o tome su valor de un parámetro.',
    ru: 'Удалите свойство или берите его значение из параметра.',
    zh: '请删除该属性，或从参数获取其值。',
  },
  check: (template) =>
    template.blanks
      .filter((value) => !isFineEmpty(value))
      .map((value) => {
        const facts = { params: { name: String(value.key) }, actual: shownBlank[value.node.kind] };
        return violationAt(template, value, facts);
      }),
});

const shownBlank: Readonly<Record<JsonNode['kind'], string>> = {
  text: '""',
  null: 'null',
  array: '[]',
  object: '{}',
  number: '0',
  boolean: 'false',
};

/** Where Resource Manager or a provider asks for an empty value, or takes it as a good one. */
function isFineEmpty(value: TemplateValue): boolean {
  const { name, resource, parent } = value;
  if (mayBeEmpty.includes(name)) return true;
  const container = String(parent?.key).toLowerCase();
  // The ids of assigned identities are names of empty objects.
  if (container === 'userassignedidentities') return true;
  // Handed to a deployment, which decides what an empty value means.
  if (name === 'value' && resource?.type === deploymentType) return true;
  // Settings of an application are the author's own.
  const type = resource?.type ?? '';
  if (/^microsoft\.web\/sites(\/slots)?\/config$/.test(type)) return isBelow(value, 'properties');
  return container === 'appsettings';
}

const mayBeEmpty: readonly string[] = [
  'accesspolicies',
  'actions',
  'annotations',
  'apps',
  'defaultvalue',
  'dependson',
  'functions',
  'headers',
  'inputs',
  'metadata',
  'options',
  'outputs',
  'parameters',
  'properties',
  'protectedsettings',
  'resources',
  'runafter',
  'settings',
  'staticresults',
  'tags',
  'triggers',
  'variables',
];
