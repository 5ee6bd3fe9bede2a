import { imageFields } from '../../../../arm-template/image-fields';
import { shownText } from '../../../shown-value';
import { templateRule, violationAt } from '../../../template-rule';

export const templateVmImageLatest = templateRule({
  id: 'app.template.vm-image-latest',
  aliases: ['VM-Images-Should-Use-Latest-Version'],
  severity: 'warning',
  title: 'Virtual machines start from the latest version of their image',
  rationale:
    'A version written down stays behind its security updates, and deployments fail on the day that version is withdrawn.',
  message: {
    en: 'The image version is {actual} instead of latest.',
    es: 'La versión de la imagen es {actual} en lugar de latest.',
    ru: 'Версия образа: {actual} вместо latest.',
    zh: '映像版本为 {actual}，而不是 latest。',
  },
  fix: {
    en: 'Set the version of the image reference to "latest", or let the customer choose it by a parameter.',
    es: 'Ponga "latest" como versión de la referencia de imagen o permita que el cliente la elija con un parámetro.',
    ru: 'Укажите версию образа "latest" или дайте клиенту выбрать её параметром.',
    zh: '请将映像引用的版本设为 "latest"，或通过参数让客户选择。',
  },
  check: (template) =>
    imageFields(template)
      .filter(({ name, text }) => name === 'version' && !/^latest/i.test(text))
      .map(({ place, text }) => violationAt(template, place, { actual: shownText(text) })),
});
