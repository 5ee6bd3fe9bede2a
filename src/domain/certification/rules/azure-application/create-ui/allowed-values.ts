import { isExpression } from '../../../../arm-template/expression/parse-expression';
import { directReference, type Output, outputsOf } from '../../../../create-ui/outputs';
import { controlOf } from '../../../../create-ui/resolve';
import { childPlaces, type JsonPlace, placeAt, placeOf } from '../../../../json/json-place';
import type { JsonNode } from '../../../../json/json-tree';
import { type JsonDocument, targetOf } from '../../../package-facts';
import { kept, type Violation } from '../../../rule';
import { createUiTemplateRule } from './create-ui-rule';
import { shownValue } from '../../../shown-value';

export const allowedValues = createUiTemplateRule({
  id: 'app.create-ui.allowed-values',
  aliases: ['Allowed-Values-Should-Actually-Be-Allowed'],
  severity: 'error',
  title: 'What the form lets customers choose, the template allows',
  rationale: 'A choice that the template refuses makes the deployment fail after the customer has made it.',
  message: {
    en: '{parameter} can be {actual}, but only {expected} is allowed on the other side of form and template.',
    es: '{parameter} puede ser {actual}, pero al otro lado, entre formulario y plantilla, solo se permite {expected}.',
    ru: 'Значением {parameter} может быть {actual}, но с другой стороны (форма или шаблон) допускается только {expected}.',
    zh: '{parameter} 可以为 {actual}，但在表单与模板的另一侧只允许 {expected}。',
  },
  fix: {
    en: 'Give the control in the form and the parameter {parameter} in the template the same allowed values.',
    es: 'Dé al control del formulario y al parámetro {parameter} de la plantilla los mismos valores permitidos.',
    ru: 'Задайте для элемента управления в форме и параметра {parameter} в шаблоне одинаковые допустимые значения.',
    zh: '请让表单控件与模板参数 {parameter} 的允许值一致。',
  },
  check: (createUi, mainTemplate) => [
    ...outputsOf(createUi).flatMap((output) => misfits(output, createUi, mainTemplate)),
    ...locationMisfits(createUi, mainTemplate),
  ],
});

function misfits(output: Output, createUi: JsonDocument, template: JsonDocument): readonly Violation[] {
  const control = controlOf(createUi, directReference(output.expression));
  const choices = childPlaces(placeAt(control?.place, 'constraints', 'allowedValues')).flatMap(
    (choice) => placeOf(choice, 'value') ?? [],
  );
  const parameter = placeAt(template.root, 'parameters', output.name);
  if (choices.length === 0 || parameter === undefined) return kept;
  const allowed = childPlaces(placeOf(parameter, 'allowedValues'));
  return [
    ...outside(choices, allowed).map((place) => violation(output.name, place, allowed, createUi)),
    ...outside(defaultsOf(parameter), choices).map((place) =>
      violation(output.name, place, choices, template),
    ),
  ];
}

/** The regions that the portal offers, which no control does. */
function locationMisfits(createUi: JsonDocument, template: JsonDocument): readonly Violation[] {
  const choices = childPlaces(
    placeAt(createUi.root, 'parameters', 'config', 'basics', 'location', 'allowedValues'),
  );
  const allowed = childPlaces(placeAt(template.root, 'parameters', 'location', 'allowedValues'));
  return outside(choices, allowed).map((place) => violation('location', place, allowed, createUi));
}

/** Plain values that are not among the others; none where nothing is said about these. */
function outside(places: readonly JsonPlace[], allowed: readonly JsonPlace[]): readonly JsonPlace[] {
  const known = new Set(allowed.map(({ node }) => plain(node)));
  return known.size === 0 ? [] : places.filter(({ node }) => plain(node) !== '' && !known.has(plain(node)));
}

/** The default, or each of several; an empty one says that nothing was chosen. */
function defaultsOf(parameter: JsonPlace): readonly JsonPlace[] {
  const value = placeOf(parameter, 'defaultValue');
  if (value === undefined || (value.node.kind === 'text' && isExpression(value.node.value))) return [];
  return value.node.kind === 'array' ? childPlaces(value) : [value];
}

/** Empty for what cannot be compared. */
function plain(node: JsonNode): string {
  return node.kind === 'text' || node.kind === 'number' || node.kind === 'boolean'
    ? String(node.value).toLowerCase()
    : '';
}

function violation(
  parameter: string,
  place: JsonPlace,
  ...[allowed, document]: readonly [readonly JsonPlace[], JsonDocument]
): Violation {
  return {
    params: { parameter },
    expected: allowed.map(shownValue).join(', ').slice(0, 300),
    actual: shownValue(place),
    target: targetOf(document, place),
  };
}
