import { secretIn, shownCall, valueIn } from '../../../../arm-template/secrets';
import type { Violation } from '../../../rule';
import { templateRule, violationAt } from '../../../template-rule';

export const templateOutputSecrets = templateRule({
  id: 'app.template.output-secrets',
  aliases: ['Outputs-Must-Not-Contain-Secrets'],
  severity: 'error',
  title: 'Outputs tell no secrets',
  rationale: 'Outputs are kept in the deployment history, where everybody with read access sees them.',
  message: {
    en: 'The output {name} gives away a secret: {actual}.',
    es: 'La salida {name} revela un secreto: {actual}.',
    ru: 'Выходное значение {name} раскрывает секрет: {actual}.',
    zh: '输出 {name} 泄露了机密：{actual}。',
  },
  fix: {
    en: 'Remove the output; keep secrets in a key vault and output the vault’s id instead. Name no output after a password.',
    es: 'Quite la salida; guarde los secretos en un almacén de claves y devuelva su id. No nombre ninguna salida como una contraseña.',
    ru: 'Удалите это значение; храните секреты в хранилище ключей и выводите его идентификатор. Не называйте выходные значения паролями.',
    zh: '请删除该输出；将机密保存在密钥保管库中并改为输出其 ID。输出名称不要使用 password。',
  },
  check: (template) =>
    template.outputs.flatMap((output): readonly Violation[] => {
      const { name } = output;
      const value = valueIn(output);
      const secret = secretIn(value, template);
      if (secret !== undefined) {
        return [violationAt(template, value, { params: { name }, actual: shownCall(secret) })];
      }
      return /password/i.test(name)
        ? [violationAt(template, output.place, { params: { name }, actual: name })]
        : [];
    }),
});
