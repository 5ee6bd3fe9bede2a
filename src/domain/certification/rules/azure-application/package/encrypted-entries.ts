import type { PackageFacts } from '../../../package-facts';
import type { Rule } from '../../../rule';

export const encryptedEntries: Rule<PackageFacts> = {
  id: 'app.package.packing',
  severity: 'error',
  title: 'Entries are stored or deflated, and not encrypted',
  rationale:
    'The marketplace has no password and knows no other packing: it cannot see what is inside, nor can customers.',
  policy: '300.4',
  message: {
    en: '{entry} cannot be unpacked: {flaw} ({actual}).',
    es: 'No se puede descomprimir {entry}: {flaw} ({actual}).',
    ru: 'Не удаётся распаковать {entry}: {flaw} ({actual}).',
    zh: '无法解压 {entry}：{flaw} ({actual})。',
  },
  fix: {
    en: 'Make the zip anew without a password, with the method Deflate.',
    es: 'Cree de nuevo el zip sin contraseña y con el método Deflate.',
    ru: 'Создайте ZIP-архив заново без пароля, методом Deflate.',
    zh: '请重新创建 zip：不加密码，使用 Deflate 方法。',
  },
  judges: ({ form }) => form === 'zip',
  check: ({ entries }) =>
    entries.flatMap(({ name, isEncrypted, method }) => {
      const found = { actual: `${method}`, target: { file: name } };
      if (isEncrypted) return [{ ...found, params: { entry: name, flaw: 'encrypted' } }];
      return method === 0 || method === 8
        ? []
        : [{ ...found, params: { entry: name, flaw: 'unknownMethod' } }];
    }),
};
