import { isLiteral } from '../../../../arm-template/literal';
import { settingsNamed } from '../../../../arm-template/settings';
import { templateRule, violationAt } from '../../../template-rule';

export const templateAdminPassword = templateRule({
  id: 'app.template.admin-password',
  aliases: ['adminPassword-Should-Not-Be-A-Literal'],
  severity: 'error',
  title: 'No administrator’s password is written down',
  rationale: 'Everybody who can read the package knows the password of every customer’s machine.',
  message: {
    en: 'The administrator’s password is written into the template.',
    es: 'La contraseña del administrador está escrita en la plantilla.',
    ru: 'Пароль администратора записан в шаблоне.',
    zh: '管理员密码被写在模板中。',
  },
  fix: {
    en: 'Declare a securestring parameter for the password and use it here.',
    es: 'Declare un parámetro securestring para la contraseña y úselo aquí.',
    ru: 'Объявите для пароля параметр типа securestring и используйте его здесь.',
    zh: '请为密码声明 securestring 类型的参数并在此处使用。',
  },
  check: (template) =>
    settingsNamed(template, 'adminpassword', 'administratorloginpassword')
      .filter((place) => isLiteral(place, template))
      .map((place) => violationAt(template, place)),
});
