import { nameGivenTo } from '../../../../arm-template/behind';
import { deploymentsOf, linkedTemplate } from '../../../../arm-template/linked-file';
import {
  type Declaration,
  declared,
  type Resource,
  scopeOf,
  type Template,
} from '../../../../arm-template/template';
import { childPlaces, type JsonPlace, placeAt, placeOf } from '../../../../json/json-place';
import type { JsonNode } from '../../../../json/json-tree';
import { textAt } from '../../../../json/read-json';
import type { Violation } from '../../../rule';
import { templateRule, violationAt } from '../../../template-rule';

export const templateParameterTypes = templateRule({
  id: 'app.template.parameter-types',
  aliases: ['Parameter-Types-Should-Be-Consistent'],
  severity: 'error',
  title: 'A value handed to a deployment has the type it asks for',
  rationale:
    'The deployment of the inner template fails, or a secret that was handed on as a plain string ends in the deployment history.',
  message: {
    en: 'The parameter {name} gets a value of type {actual}; the inner template declares {expected}.',
    es: 'El parámetro {name} recibe un valor de tipo {actual}; la plantilla interna declara {expected}.',
    ru: 'Параметр {name} получает значение типа {actual}; во внутреннем шаблоне объявлен {expected}.',
    zh: '参数 {name} 收到类型为 {actual} 的值；内部模板声明的是 {expected}。',
  },
  fix: {
    en: 'Declare the parameter with the same type in both templates.',
    es: 'Declare el parámetro con el mismo tipo en ambas plantillas.',
    ru: 'Объявите параметр с одинаковым типом в обоих шаблонах.',
    zh: '请在两个模板中以相同类型声明该参数。',
  },
  check: (template, all) =>
    deploymentsOf(template).flatMap((deployment) => {
      const inner = innerOf(deployment, template, all);
      if (inner === undefined) return [];
      const handedOver = childPlaces(placeAt(deployment.place, 'properties', 'parameters'));
      return handedOver.flatMap((place) => mismatch(place, template, inner));
    }),
});

function innerOf(deployment: Resource, outer: Template, all: readonly Template[]): Template | undefined {
  return (
    outer.nested.find(({ host }) => host?.resource === deployment) ?? linkedTemplate(deployment, all, outer)
  );
}

function mismatch(place: JsonPlace, outer: Template, inner: Template): readonly Violation[] {
  const name = String(place.key);
  const value = placeOf(place, 'value');
  const expected = typeOf(declared(inner.parameters, name));
  const actual = value && typeOfValue(value, outer);
  if (value === undefined || expected === undefined || actual === undefined) return [];
  const isSame =
    value.node.kind === 'text' && outer.parsed.has(value.node.value)
      ? expected === actual
      : expected.replace('secure', '') === actual;
  return isSame ? [] : [violationAt(outer, value, { params: { name }, expected, actual })];
}

function typeOf(parameter: Declaration | undefined): string | undefined {
  return parameter && textAt(parameter.place.node, 'type')?.toLowerCase();
}

/** Undefined where only the deployment knows. */
function typeOfValue({ node }: JsonPlace, outer: Template): string | undefined {
  const expression = node.kind === 'text' ? outer.parsed.get(node.value) : undefined;
  if (expression === undefined) return literalTypes[node.kind];
  const { root } = expression;
  const name = root?.kind === 'call' ? nameGivenTo(root, 'parameters') : undefined;
  return name === undefined ? undefined : typeOf(declared(scopeOf(outer).parameters, name));
}

const literalTypes: Readonly<Record<JsonNode['kind'], string | undefined>> = {
  text: 'string',
  number: 'int',
  boolean: 'bool',
  object: 'object',
  array: 'array',
  null: undefined,
};
