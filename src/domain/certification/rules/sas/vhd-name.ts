import { beginningOf } from '../../without-secrets';
import { kept, type Rule } from '../../rule';
import type { SasUrlFacts } from '../../sas-url';

export const sasVhdName: Rule<SasUrlFacts> = {
  id: 'sas.url.vhd-name',
  severity: 'error',
  title: "The VHD's name is one that every tool can copy",
  rationale:
    'White space, quotes and percent signs are encoded differently by different tools, so that a blob which exists is not found; other endings are taken for other formats.',
  policy: '200.1',
  message: {
    en: 'Invalid VHD name: {actual}. It must end with .vhd and hold no white space, "%" or quotes.',
    es: 'Nombre de VHD no válido: {actual}. Debe terminar en .vhd y no contener espacios, "%" ni comillas.',
    ru: 'Недопустимое имя VHD: {actual}. Оно должно оканчиваться на .vhd и не содержать пробелов, "%" и кавычек.',
    zh: 'VHD 名称无效：{actual}。名称必须以 .vhd 结尾，且不得包含空白字符、"%" 或引号。',
  },
  fix: {
    en: 'Rename the blob, make a new SAS URL and put it into the plan.',
    es: 'Cambie el nombre del blob, genere una nueva URL SAS y póngala en el plan.',
    ru: 'Переименуйте объект, создайте новый URL-адрес SAS и укажите его в плане.',
    zh: '请重命名 Blob，生成新的 SAS URL 并填入计划。',
  },
  check: ({ wellFormed, vhdName, hasWhitespace }) =>
    !wellFormed || (/^[^\s%'"`]+\.vhd$/i.test(vhdName) && !hasWhitespace)
      ? kept
      : [{ expected: '<name>.vhd', actual: beginningOf(vhdName, 100) }],
};
