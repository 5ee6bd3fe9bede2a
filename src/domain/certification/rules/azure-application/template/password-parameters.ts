import { isSecure } from '../../../../arm-template/secrets';
import { placeOf } from '../../../../json/json-place';
import { textAt } from '../../../../json/read-json';
import { shownValue } from '../../../shown-value';
import { templateRule, violationAt } from '../../../template-rule';

export const templatePasswordParameters = templateRule({
  id: 'app.template.password-parameters',
  aliases: ['Password-params-must-be-secure'],
  severity: 'error',
  title: 'Parameters for passwords are secure',
  rationale: 'Values of other parameters stand in the deployment history, readable for years.',
  message: {
    en: 'The parameter {name} is named after a password, but its type is {actual}.',
    es: 'El parámetro {name} lleva nombre de contraseña, pero su tipo es {actual}.',
    ru: 'Параметр {name} по имени содержит пароль, но его тип: {actual}.',
    zh: '参数 {name} 以密码命名，但其类型为 {actual}。',
  },
  fix: {
    en: 'Give the parameter the type securestring or secureobject.',
    es: 'Asigne al parámetro el tipo securestring o secureobject.',
    ru: 'Задайте параметру тип securestring или secureobject.',
    zh: '请将参数类型设为 securestring 或 secureobject。',
  },
  check: (template) =>
    template.parameters
      .filter((each) => /password/i.test(each.name) && !isSecure(each) && canHoldSecret(each.place.node))
      .map(({ name, place }) => {
        const type = placeOf(place, 'type');
        return violationAt(template, type ?? place, { params: { name }, actual: shownValue(type) });
      }),
});

/** `disablePasswordAuthentication` is a bool, `passwordLength` an int. */
const canHoldSecret = (node: Parameters<typeof textAt>[0]): boolean =>
  !/^(bool|int|array)$/i.test(textAt(node, 'type') ?? '');
