import { nameFlawOf } from '../../../entry-name-flaw';
import type { PackageFacts } from '../../../package-facts';
import type { Rule } from '../../../rule';

export const entryNames: Rule<PackageFacts> = {
  id: 'app.package.entry-names',
  severity: 'error',
  title: 'Every name in the package is an ordinary relative path',
  rationale:
    'A name that leads out of the folder overwrites files of whoever unpacks it, and an odd one is another file on another system.',
  policy: '300.4',
  message: {
    en: 'The name {entry} cannot be used: {flaw}.',
    es: 'El nombre {entry} no se puede usar: {flaw}.',
    ru: 'Имя {entry} использовать нельзя: {flaw}.',
    zh: '名称 {entry} 无法使用：{flaw}。',
  },
  fix: {
    en: 'Rename the file and make the zip anew.',
    es: 'Cambie el nombre del archivo y cree de nuevo el zip.',
    ru: 'Переименуйте файл и создайте ZIP-архив заново.',
    zh: '请重命名文件并重新创建 zip。',
  },
  judges: ({ form }) => form !== 'file',
  check: ({ entries }) =>
    entries.flatMap((entry) => {
      const flaw = nameFlawOf(entry);
      const shown = JSON.stringify(entry.name).slice(1, -1);
      return flaw === undefined ? [] : [{ params: { entry: shown, flaw }, target: { file: shown } }];
    }),
};
