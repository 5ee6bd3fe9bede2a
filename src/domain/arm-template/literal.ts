import type { JsonPlace } from '../json/json-place';
import { behind, callsBehind, variableOf } from './behind';
import { isCallOf } from './expression/expression';
import type { Template } from './template';

/** Functions that only reshape what they are given. */
const reshaping: readonly string[] = [
  'base64',
  'base64tostring',
  'concat',
  'format',
  'padleft',
  'replace',
  'string',
  'substring',
  'tolower',
  'toupper',
  'trim',
];

/** Whether everybody who reads the template knows the value: it is written down, here or in a variable. */
export function isLiteral(place: JsonPlace, template: Template): boolean {
  const { node } = behind(place, template);
  if (node.kind === 'null' || node.kind === 'object' || node.kind === 'array') return false;
  const expression = node.kind === 'text' ? template.parsed.get(node.value) : undefined;
  if (expression === undefined) return true;
  if (expression.root === null) return false;
  return callsBehind(place, template).every(
    (call) => isCallOf(call, ...reshaping) || variableOf(call, template) !== undefined,
  );
}
