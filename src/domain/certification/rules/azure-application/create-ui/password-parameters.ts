import type { Expression } from '../../../../arm-template/expression/expression';
import { directReference, type Output, outputsOf, type Reference } from '../../../../create-ui/outputs';
import { isOfType } from '../../../../create-ui/controls';
import { controlOf } from '../../../../create-ui/resolve';
import { textAt } from '../../../../json/read-json';
import { type JsonDocument, targetOf } from '../../../package-facts';
import { kept, type Violation } from '../../../rule';
import { createUiTemplateRule } from './create-ui-rule';

export const passwordParameters = createUiTemplateRule({
  id: 'app.create-ui.password-parameters',
  aliases: ['Password-Textboxes-Must-Be-Used-For-Password-Parameters'],
  severity: 'error',
  title: 'Passwords are typed into password boxes and handed to secure parameters',
  rationale:
    'Everybody who may read the deployment can read the value of a parameter that is not secure, and everybody behind the customer what stands in a plain text box.',
  message: {
    en: 'The control {control} gives {expected} to the parameter {parameter}, whose type is {actual}.',
    es: 'El control {control} entrega {expected} al parámetro {parameter}, cuyo tipo es {actual}.',
    ru: 'Элемент управления {control} передаёт {expected} параметру {parameter}, тип которого — {actual}.',
    zh: '控件 {control} 向类型为 {actual} 的参数 {parameter} 提供 {expected}。',
  },
  fix: {
    en: 'Make {parameter} a securestring and {control} a Microsoft.Common.PasswordBox.',
    es: 'Haga que {parameter} sea securestring y {control} un Microsoft.Common.PasswordBox.',
    ru: 'Сделайте {parameter} типом securestring, а {control} — элементом Microsoft.Common.PasswordBox.',
    zh: '请将 {parameter} 设为 securestring，并将 {control} 设为 Microsoft.Common.PasswordBox。',
  },
  check: (createUi, mainTemplate) =>
    outputsOf(createUi).flatMap((output) => misfits(output, createUi, mainTemplate)),
});

function misfits(output: Output, createUi: JsonDocument, template: JsonDocument): readonly Violation[] {
  const type = textAt(template.root.node, 'parameters', output.name, 'type');
  if (type === undefined) return kept;
  const isSecure = /^secure(string|object)$/i.test(type);
  return valuesOf(output.expression).flatMap((reference) => {
    const control = controlOf(createUi, reference);
    if (control === undefined) return [];
    const isPassword = isOfType(control, 'Common.PasswordBox');
    const isPlain = isOfType(control, 'Common.TextBox');
    const found = {
      params: { control: control.name, parameter: output.name },
      actual: type,
      target: targetOf(createUi, output.place),
    };
    if (isPassword && !isSecure) return [{ ...found, expected: 'PasswordBox' }];
    // A key that is no password may well be pasted into a text box, so that nobody is stopped for it.
    return isPlain && isSecure ? [{ ...found, expected: 'TextBox', severity: 'warning' as const }] : [];
  });
}

/** The controls whose value an output can be. */
function valuesOf(expression: Expression | null): readonly Reference[] {
  if (expression?.kind === 'call' && expression.name.toLowerCase() === 'coalesce')
    return expression.arguments.flatMap(valuesOf);
  const reference = directReference(expression);
  return reference === undefined ? [] : [reference];
}
