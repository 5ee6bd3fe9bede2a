import type { PackageFacts } from '../../../package-facts';
import type { Rule } from '../../../rule';

export const entryKinds: Rule<PackageFacts> = {
  id: 'app.package.links',
  severity: 'error',
  title: 'There is nothing but files and folders',
  rationale: 'A symbolic link points to files of whoever unpacks it; a device or pipe hangs it.',
  policy: '300.4',
  message: {
    en: '{entry} is no file and no folder ({actual}).',
    es: '{entry} no es un archivo ni una carpeta ({actual}).',
    ru: '{entry} — не файл и не папка ({actual}).',
    zh: '{entry} 既不是文件也不是文件夹 ({actual})。',
  },
  fix: {
    en: 'Put the file itself into the package, not a link to it.',
    es: 'Ponga en el paquete el archivo mismo, no un vínculo a él.',
    ru: 'Поместите в пакет сам файл, а не ссылку на него.',
    zh: '请将文件本身而不是其链接放入包中。',
  },
  judges: ({ form }) => form !== 'file',
  check: ({ entries }) =>
    entries
      .filter(({ kind }) => kind === 'symbolicLink' || kind === 'other')
      .map(({ name, kind }) => ({ params: { entry: name }, actual: kind, target: { file: name } })),
};
