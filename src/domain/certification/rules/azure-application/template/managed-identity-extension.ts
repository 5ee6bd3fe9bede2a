import { behind } from '../../../../arm-template/behind';
import { saidByResources } from '../../../../arm-template/template';
import { textAt, textOf } from '../../../../json/read-json';
import { shownText } from '../../../shown-value';
import { templateRule, violationAt } from '../../../template-rule';

export const templateManagedIdentityExtension = templateRule({
  id: 'app.template.managed-identity-extension',
  aliases: ['ManagedIdentityExtension-must-not-be-used'],
  severity: 'error',
  marketplaceSeverity: 'warning',
  title: 'The retired managed identity extension is not used',
  rationale:
    'The extension was retired in 2019; machines get their identity from the instance metadata service without it.',
  message: {
    en: 'The retired managed identity extension is used: {actual}.',
    es: 'Se usa la extensión retirada de identidad administrada: {actual}.',
    ru: 'Используется устаревшее расширение управляемых удостоверений: {actual}.',
    zh: '使用了已停用的托管标识扩展：{actual}。',
  },
  fix: {
    en: 'Remove the extension and give the machine an identity by its "identity" property.',
    es: 'Quite la extensión y asigne una identidad a la máquina con su propiedad "identity".',
    ru: 'Уберите расширение и задайте удостоверение машины в её свойстве "identity".',
    zh: '请移除该扩展，并通过虚拟机的 "identity" 属性赋予标识。',
  },
  check: (template) =>
    saidByResources(template, 'type').flatMap((value) => {
      const text = textOf(behind(value, template).node) ?? '';
      const isIt = extension.test(text) || publisher.test(textAt(value.parent?.node, 'publisher') ?? '');
      return isIt ? [violationAt(template, value, { actual: shownText(text) })] : [];
    }),
});

const extension = /^ManagedIdentityExtensionFor(Windows|Linux)$/i;
const publisher = /^Microsoft\.ManagedIdentity$/i;
