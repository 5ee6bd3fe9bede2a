import { isLiteral } from '../../../../arm-template/literal';
import { settingsNamed } from '../../../../arm-template/settings';
import { shownValue } from '../../../shown-value';
import { templateRule, violationAt } from '../../../template-rule';

export const templateAdminUserName = templateRule({
  id: 'app.template.admin-user-name',
  aliases: ['adminUsername-Should-Not-Be-A-Literal'],
  severity: 'error',
  title: 'Customers choose the administrator’s name',
  rationale: 'A name that is the same at every customer is half of what an attacker has to guess.',
  message: {
    en: 'The administrator’s name is written down as {actual}.',
    es: 'El nombre del administrador está escrito como {actual}.',
    ru: 'Имя администратора записано в шаблоне: {actual}.',
    zh: '管理员名称被写死为 {actual}。',
  },
  fix: {
    en: 'Declare a parameter for the name and use it here.',
    es: 'Declare un parámetro para el nombre y úselo aquí.',
    ru: 'Объявите параметр для имени и используйте его здесь.',
    zh: '请为名称声明一个参数并在此处使用。',
  },
  check: (template) =>
    settingsNamed(template, 'adminusername', 'administratorlogin')
      .filter((place) => isLiteral(place, template))
      .map((place) => violationAt(template, place, { actual: shownValue(place) })),
});
