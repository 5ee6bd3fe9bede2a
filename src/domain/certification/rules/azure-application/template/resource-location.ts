import { saidByResources, type TemplateValue } from '../../../../arm-template/template';
import { shownValue } from '../../../shown-value';
import { templateRule, violationAt } from '../../../template-rule';

export const templateResourceLocation = templateRule({
  id: 'app.template.resource-location',
  aliases: ['Resources-Should-Have-Location'],
  severity: 'error',
  title: 'A resource’s location is an expression or global',
  rationale:
    'A region written into a resource cannot be changed by the customer, who may have no access to it or need the data elsewhere.',
  message: {
    en: 'The location of this resource is written down as {actual}.',
    es: 'La ubicación de este recurso está escrita como {actual}.',
    ru: 'Расположение этого ресурса записано как {actual}.',
    zh: '此资源的位置被写死为 {actual}。',
  },
  fix: {
    en: 'Use the location parameter, or "global" for resources that belong to no region.',
    es: 'Use el parámetro de ubicación, o "global" para recursos que no pertenecen a ninguna región.',
    ru: 'Используйте параметр расположения или "global" для ресурсов вне регионов.',
    zh: '请使用位置参数；不属于任何区域的资源请使用 "global"。',
  },
  check: (template) =>
    saidByResources(template, 'location')
      .filter((value) => isOfResource(value) && !isFine(value))
      .map((value) => violationAt(template, value, { actual: shownValue(value) })),
});

/** Deeper inside, a location is a property like others. */
const isOfResource = ({ parent, resource }: TemplateValue): boolean => parent?.node === resource?.place.node;

function isFine({ node, expression }: TemplateValue): boolean {
  if (expression !== null || node.kind === 'null') return true;
  return node.kind === 'text' && node.value.toLowerCase() === 'global';
}
