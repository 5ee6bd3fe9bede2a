import { beginningOf } from '../../without-secrets';
import { kept, type Rule } from '../../rule';
import type { SasUrlFacts } from '../../sas-url';

export const packageZipName: Rule<SasUrlFacts> = {
  id: 'app.url.zip-name',
  severity: 'error',
  title: 'The address of the package names a zip',
  rationale: 'The address must lead to the package itself: a page about it, or a folder, cannot be deployed.',
  policy: '300.4',
  message: {
    en: 'Invalid package name: {actual}. It must end with .zip and hold no white space, "%" or quotes.',
    es: 'Nombre de paquete no válido: {actual}. Debe terminar en .zip y no contener espacios, "%" ni comillas.',
    ru: 'Недопустимое имя пакета: {actual}. Оно должно оканчиваться на .zip и не содержать пробелов, "%" и кавычек.',
    zh: '包名称无效：{actual}。名称必须以 .zip 结尾，且不得包含空白字符、"%" 或引号。',
  },
  fix: {
    en: 'Put the address of the zip itself here.',
    es: 'Indique aquí la dirección del propio zip.',
    ru: 'Укажите адрес самого zip-файла.',
    zh: '请在此填写 zip 文件本身的地址。',
  },
  check: ({ fileName: name, hasWhitespace }) =>
    /^[^\s%'"`]+\.zip$/i.test(name) && !hasWhitespace
      ? kept
      : [{ expected: '<name>.zip', actual: beginningOf(name, 100) }],
};
