import { imageFields } from '../../../../arm-template/image-fields';
import { shownText } from '../../../shown-value';
import { templateRule, violationAt } from '../../../template-rule';

export const templateVmPreview = templateRule({
  id: 'app.template.vm-preview',
  aliases: ['Virtual-Machines-Should-Not-Be-Preview'],
  severity: 'error',
  title: 'Virtual machines start from no preview image',
  rationale: 'Preview images come without support and disappear; customers’ deployments break when they do.',
  message: {
    en: 'The image reference names a preview: {actual}.',
    es: 'La referencia de imagen nombra una versión preliminar: {actual}.',
    ru: 'Ссылка на образ указывает на предварительную версию: {actual}.',
    zh: '映像引用指向预览版：{actual}。',
  },
  fix: {
    en: 'Refer to a released image.',
    es: 'Haga referencia a una imagen publicada.',
    ru: 'Сошлитесь на выпущенный образ.',
    zh: '请引用正式发布的映像。',
  },
  check: (template) =>
    imageFields(template)
      .filter(({ text }) => /preview$/i.test(text.trim()))
      .map(({ place, text }) => violationAt(template, place, { actual: shownText(text) })),
});
