import { headOf } from '../../../../arm-template/expression/expression';
import { directReference, type Output, outputsOf } from '../../../../create-ui/outputs';
import { controlOf } from '../../../../create-ui/resolve';
import { textAt } from '../../../../json/read-json';
import { type JsonDocument, targetOf } from '../../../package-facts';
import { createUiTemplateRule } from './create-ui-rule';

export const outputTypes = createUiTemplateRule({
  id: 'app.create-ui.output-types',
  severity: 'warning',
  title: 'Outputs for numbers and switches are numbers and switches',
  rationale:
    'The portal converts many values itself, but not all: text for a number makes the deployment fail.',
  message: {
    en: 'The output {output} gives {actual} to a parameter of the type {expected} in {file}.',
    es: 'La salida {output} entrega {actual} a un parámetro de tipo {expected} de {file}.',
    ru: 'Выходное значение {output} передаёт {actual} параметру типа {expected} в {file}.',
    zh: '输出 {output} 向 {file} 中类型为 {expected} 的参数提供 {actual}。',
  },
  fix: {
    en: 'Convert the output {output} with {expected}().',
    es: 'Convierta la salida {output} con {expected}().',
    ru: 'Преобразуйте выходное значение {output} функцией {expected}().',
    zh: '请用 {expected}() 转换输出 {output}。',
  },
  check: (createUi, mainTemplate) =>
    outputsOf(createUi).flatMap((output) => {
      const expected = textAt(mainTemplate.root.node, 'parameters', output.name, 'type')?.toLowerCase() ?? '';
      const actual = certainType(output, createUi);
      if (!converted.includes(expected) || actual === undefined || actual === expected) return [];
      return [
        {
          params: { output: output.name, file: mainTemplate.path },
          expected,
          actual,
          target: targetOf(createUi, output.place),
        },
      ];
    }),
});

const converted = ['int', 'bool'];

/** The type of an output where it can be told: of a plain value, of a conversion, of a control that gives text. */
function certainType({ expression, place }: Output, createUi: JsonDocument): string | undefined {
  if (expression === null) return plainTypes[place.node.kind];
  const head = headOf(expression);
  if (expression.kind === 'call' && head !== undefined) {
    const type = conversions[head.name.toLowerCase()];
    if (type !== undefined) return type;
  }
  const control = controlOf(createUi, directReference(expression));
  return control?.type === 'microsoft.common.textbox' ? 'string' : undefined;
}

const plainTypes: Readonly<Record<string, string>> = { text: 'string', number: 'int', boolean: 'bool' };

const conversions: Readonly<Record<string, string>> = {
  int: 'int',
  add: 'int',
  sub: 'int',
  mul: 'int',
  div: 'int',
  mod: 'int',
  length: 'int',
  bool: 'bool',
  and: 'bool',
  or: 'bool',
  not: 'bool',
  equals: 'bool',
  greater: 'bool',
  greaterorequals: 'bool',
  less: 'bool',
  lessorequals: 'bool',
  contains: 'bool',
  empty: 'bool',
  startswith: 'bool',
  endswith: 'bool',
  concat: 'string',
  string: 'string',
  toupper: 'string',
  tolower: 'string',
  replace: 'string',
};
