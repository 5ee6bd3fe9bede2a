import { linuxRule } from './linux-rule';

export const unsearchedFolders = linuxRule({
  id: 'vm.guest.unsearched-folders',
  severity: 'info',
  policy: '200.5',
  title: 'What was not searched for private keys is known',
  rationale:
    'Packages bring keys that everybody has, for their own tests, in thousands of files. So their folders are not searched: whoever relies on the verdict has to know which those are.',
  message: {
    en: '{actual} was not searched for private keys, because it holds packages.',
    es: 'No se han buscado claves privadas en {actual}, porque contiene paquetes.',
    ru: 'В {actual} закрытые ключи не искали: там находятся пакеты.',
    zh: '未在 {actual} 中查找私钥，因为其中是软件包。',
  },
  fix: {
    en: 'See for yourself that no key of yours is in it.',
    es: 'Compruebe usted que no contiene ninguna clave suya.',
    ru: 'Убедитесь сами, что ваших ключей там нет.',
    zh: '请自行确认其中没有您的密钥。',
  },
  check: ({ unsearchedFolders: found }) => found.map((path) => ({ actual: path, target: { file: path } })),
});
