import { type Call, type Expression, headOf, isCallOf } from './expression/expression';
import { behind } from './behind';
import type { Template, TemplateValue } from './template';

/**
 * Whether what stands as a resource id is no id that Resource Manager made. A member called just `id` is one by its name;
 * of `subnetId` and the like only what looks like one, because many of them are ids of something else.
 */
export function handmadeId(value: TemplateValue, template: Template): boolean {
  const { node, name, expression } = value;
  const isStrict = name === 'id';
  switch (node.kind) {
    case 'number':
    case 'boolean':
      return isStrict;
    case 'text':
      if (expression === null) return isStrict || looksLikeId(node.value);
      return (
        (expression.root !== null && isHandmade(expression.root, isStrict)) ||
        isBehindVariable(value, template)
      );
    case 'null':
    case 'object':
    case 'array':
      return false;
  }
}

/** A variable stands for its value, and that is looked at as if it were of no certain name. */
function isBehindVariable(value: TemplateValue, template: Template): boolean {
  const end = behind(value, template);
  if (end.node === value.node || end.node.kind !== 'text') return false;
  const expression = template.parsed.get(end.node.value);
  if (expression === undefined) return looksLikeId(end.node.value);
  return expression.root !== null && isHandmade(expression.root, false);
}

function isHandmade(expression: Expression, isStrict: boolean): boolean {
  const call = headOf(expression);
  if (call === undefined) return expression.kind === 'text' && looksLikeId(expression.value);
  if (expression.kind === 'access') return false;
  if (isCallOf(call, 'if')) return call.arguments.slice(1).some((each) => isHandmade(each, isStrict));
  if (isCallOf(call, 'coalesce', 'tolower')) return call.arguments.some((each) => isHandmade(each, isStrict));
  if (isStrict) return isCallOf(call, ...makersOfTexts);
  return isCallOf(call, 'concat', 'format') && hasSlash(call);
}

/** Whatever these make, no resource has it as its id. */
const makersOfTexts: readonly string[] = [
  'base64',
  'concat',
  'format',
  'guid',
  'join',
  'newguid',
  'replace',
  'string',
  'substring',
  'uniquestring',
  'uri',
];

const hasSlash = (call: Call): boolean =>
  call.arguments.some((each) => each.kind === 'text' && each.value.includes('/'));

const looksLikeId = (text: string): boolean =>
  /^\/?(?:subscriptions|resourceGroups|providers)\/|\/providers\//i.test(text);
