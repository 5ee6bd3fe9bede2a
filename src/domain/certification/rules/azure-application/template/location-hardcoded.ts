import type { JsonPlace } from '../../../../json/json-place';
import { placeOf } from '../../../../json/json-place';
import { textOf } from '../../../../json/read-json';
import { type Expression, headOf, isCallOf, partsOf } from '../../../../arm-template/expression/expression';
import { isMain } from '../../../../arm-template/is-main';
import {
  declared,
  deploymentType,
  type Template,
  type TemplateValue,
} from '../../../../arm-template/template';
import type { Violation } from '../../../rule';
import { shownValue } from '../../../shown-value';
import { templateRule, violationAt } from '../../../template-rule';

export const templateLocationHardcoded = templateRule({
  id: 'app.template.location-hardcoded',
  aliases: ['Location-Should-Not-Be-Hardcoded'],
  severity: 'error',
  title: 'Customers choose the location by one parameter',
  rationale:
    'Not every customer may use every region. Where a region is written down, or the resource group’s is taken without asking, some of them cannot deploy at all.',
  message: {
    en: 'The location is {actual}; expected here: {expected}.',
    es: 'La ubicación es {actual}; aquí se espera: {expected}.',
    ru: 'Указано расположение {actual}; здесь ожидается: {expected}.',
    zh: '位置为 {actual}；此处应为：{expected}。',
  },
  fix: {
    en: 'Declare a string parameter "location"; only in the main template let it default to the resource group’s or deployment’s location; use the parameter everywhere else.',
    es: 'Declare un parámetro "location" de tipo string; solo en la plantilla principal déjelo por defecto en la ubicación del grupo de recursos o de la implementación; use el parámetro en todo lo demás.',
    ru: 'Объявите строковый параметр "location"; только в главном шаблоне пусть он по умолчанию берёт расположение группы ресурсов или развёртывания; везде используйте этот параметр.',
    zh: '请声明字符串参数 "location"；仅在主模板中将其默认值设为资源组或部署的位置；其他各处均使用该参数。',
  },
  check: (template, all) => [...parameterFaults(template, all), ...usesOfDefault(template)],
});

function parameterFaults(template: Template, all: readonly Template[]): readonly Violation[] {
  const parameter = declared(template.parameters, 'location')?.place;
  if (parameter === undefined) return [];
  const type = placeOf(parameter, 'type');
  const isText = textOf(type?.node)?.toLowerCase() === 'string';
  const typeFault = { expected: 'string', actual: shownValue(type) };
  return [
    ...(isText ? [] : [violationAt(template, type ?? parameter, typeFault)]),
    ...defaultFaults(template, placeOf(parameter, 'defaultValue'), isMain(template, all)),
  ];
}

function defaultFaults(
  template: Template,
  place: JsonPlace | undefined,
  main: boolean,
): readonly Violation[] {
  if (place === undefined || (main && isAllowedDefault(template, place))) return [];
  const expected = main ? '[resourceGroup().location], [deployment().location], global' : '-';
  return [violationAt(template, place, { expected, actual: shownValue(place) })];
}

function isAllowedDefault({ parsed }: Template, { node }: JsonPlace): boolean {
  const text = textOf(node);
  if (text === undefined) return false;
  const root = parsed.get(text)?.root;
  if (root === undefined || root === null) return ['', 'global'].includes(text.toLowerCase());
  return scopeOfLocation(root) !== undefined;
}

/** Everywhere but in defaults of parameters the parameter is used, so that the customer's choice counts. */
function usesOfDefault(template: Template): readonly Violation[] {
  return template.evaluated.flatMap((value) => {
    const { root, calls } = value.expression;
    const asks = calls.some((call) => isCallOf(call, 'resourcegroup', 'deployment'));
    if (!asks || root === null || value.section === 'parameters') return [];
    if (!mentionsLocation(root) || isDeploymentsOwn(value)) return [];
    const facts = { expected: "[parameters('location')]", actual: shownValue(value) };
    return [violationAt(template, value, facts)];
  });
}

/** Where deployments above resource groups keep their records; it is no place for resources. */
function isDeploymentsOwn({ name, resource, parent, expression }: TemplateValue): boolean {
  return (
    name === 'location' &&
    resource?.type === deploymentType &&
    parent?.node === resource.place.node &&
    scopeOfLocation(expression?.root ?? null) === 'deployment'
  );
}

function mentionsLocation(expression: Expression): boolean {
  return scopeOfLocation(expression) !== undefined || partsOf(expression).some(mentionsLocation);
}

/** Of `resourceGroup().location` and `deployment().location`: which of them an expression is. */
function scopeOfLocation(expression: Expression | null): 'resourceGroup' | 'deployment' | undefined {
  const [step] = expression?.kind === 'access' ? expression.steps : [];
  if (step?.kind !== 'member' || step.name.toLowerCase() !== 'location') return undefined;
  const call = headOf(expression);
  if (call === undefined || call.arguments.length > 0) return undefined;
  if (isCallOf(call, 'resourcegroup')) return 'resourceGroup';
  return isCallOf(call, 'deployment') ? 'deployment' : undefined;
}
