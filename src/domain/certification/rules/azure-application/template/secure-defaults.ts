import { isCallOf } from '../../../../arm-template/expression/expression';
import { isSecure } from '../../../../arm-template/secrets';
import type { Template } from '../../../../arm-template/template';
import { type JsonPlace, placeOf } from '../../../../json/json-place';
import type { Violation } from '../../../rule';
import { templateRule, violationAt } from '../../../template-rule';

export const templateSecureDefaults = templateRule({
  id: 'app.template.secure-defaults',
  aliases: ['Secure-String-Parameters-Cannot-Have-Default'],
  severity: 'error',
  title: 'Secure parameters have no written default',
  rationale: 'A default is a secret that everybody knows, and most customers keep it.',
  message: {
    en: 'The secure parameter {name} has a default value.',
    es: 'El parámetro seguro {name} tiene un valor predeterminado.',
    ru: 'У защищённого параметра {name} есть значение по умолчанию.',
    zh: '安全参数 {name} 带有默认值。',
  },
  fix: {
    en: 'Remove the default value, or make a new one for every deployment by newGuid().',
    es: 'Quite el valor predeterminado o genere uno nuevo en cada implementación con newGuid().',
    ru: 'Уберите значение по умолчанию или создавайте новое при каждом развёртывании через newGuid().',
    zh: '请删除默认值，或通过 newGuid() 为每次部署生成新值。',
  },
  check: (template) =>
    template.parameters.filter(isSecure).flatMap(({ name, place }): readonly Violation[] => {
      const value = placeOf(place, 'defaultValue');
      if (value === undefined || isHarmless(value, template)) return [];
      return [violationAt(template, value, { params: { name } })];
    }),
});

function isHarmless({ node }: JsonPlace, { parsed }: Template): boolean {
  switch (node.kind) {
    case 'null':
      return true;
    case 'object':
      return node.members.length === 0;
    case 'text':
      return (
        node.value === '' || (parsed.get(node.value)?.calls ?? []).some((call) => isCallOf(call, 'newguid'))
      );
    case 'array':
    case 'number':
    case 'boolean':
      return false;
  }
}
