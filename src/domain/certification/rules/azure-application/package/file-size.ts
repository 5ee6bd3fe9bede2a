import { packageLimits } from '../../../package-limits';
import { inGibibytes } from '../../../sizes';
import type { PackageFacts } from '../../../package-facts';
import type { Rule } from '../../../rule';

export const fileSize: Rule<PackageFacts> = {
  id: 'app.package.file-size',
  severity: 'error',
  title: 'No file has more than 1 GB',
  rationale: 'The marketplace unpacks the package and takes no bigger files.',
  policy: '300.4',
  message: {
    en: 'The file has {actual}; {expected} is the most.',
    es: 'El archivo tiene {actual}; el máximo es {expected}.',
    ru: 'Размер файла — {actual}; допускается не более {expected}.',
    zh: '文件大小为 {actual}；上限为 {expected}。',
  },
  fix: {
    en: 'Keep the file in a storage account and let the template fetch it.',
    es: 'Guarde el archivo en una cuenta de almacenamiento y deje que la plantilla lo obtenga.',
    ru: 'Храните файл в учётной записи хранения, а шаблон пусть загружает его оттуда.',
    zh: '请将文件保存在存储帐户中，由模板获取。',
  },
  judges: ({ form }) => form !== 'file',
  check: ({ entries }) =>
    entries
      .filter(({ bytes }) => bytes > packageLimits.fileBytes)
      .map(({ name, bytes }) => ({
        expected: inGibibytes(packageLimits.fileBytes),
        actual: inGibibytes(bytes),
        target: { file: name },
      })),
};
