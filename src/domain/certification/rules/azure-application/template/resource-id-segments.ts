import { type Call, type Expression, isCallOf } from '../../../../arm-template/expression/expression';
import { templateRule, violationsOfCalls } from '../../../template-rule';

export const templateResourceIdSegments = templateRule({
  id: 'app.template.resource-id-segments',
  aliases: ['Resources-Should-Not-Be-Ambiguous'],
  severity: 'warning',
  title: 'A resource id has one name for every part of its type',
  rationale:
    'With a name too few or too many the id means another resource or none; the deployment waits for the wrong thing or fails.',
  message: {
    en: '{call} for {type}: names given {actual}, expected {expected}.',
    es: '{call} para {type}: nombres indicados {actual}, esperados {expected}.',
    ru: '{call} для {type}: указано имён {actual}, ожидается {expected}.',
    zh: '{call}（{type}）：给出的名称数 {actual}，应为 {expected}。',
  },
  fix: {
    en: 'Give one name after the type for each part of the type behind the provider.',
    es: 'Indique tras el tipo un nombre por cada parte del tipo posterior al proveedor.',
    ru: 'После типа укажите по одному имени на каждую часть типа после поставщика.',
    zh: '在类型之后，为类型中提供程序之后的每一段各给一个名称。',
  },
  check: (template) =>
    violationsOfCalls(template, (call) => {
      const counted = namesOf(call);
      if (counted === undefined || counted.given === counted.needed) return undefined;
      const params = { call: call.name, type: counted.type };
      return { params, expected: `${counted.needed}`, actual: `${counted.given}` };
    }),
});

type Names = { readonly type: string; readonly needed: number; readonly given: number };

/** Undefined for other calls, and where the type is worked out; a slash at the type's end is an oversight. */
function namesOf(call: Call): Names | undefined {
  if (!isCallOf(call, 'resourceid', 'subscriptionresourceid', 'tenantresourceid', 'extensionresourceid')) {
    return undefined;
  }
  const found = call.arguments.findIndex(isType);
  const type = call.arguments[found];
  if (type?.kind !== 'text') return undefined;
  const segments = type.value.split('/').filter((segment) => segment !== '');
  return { type: type.value, needed: segments.length - 1, given: call.arguments.length - found - 1 };
}

const isType = (each: Expression): boolean =>
  each.kind === 'text' && /^[a-z][\w-]*(\.[\w-]+)+\/[^/]/i.test(each.value);
