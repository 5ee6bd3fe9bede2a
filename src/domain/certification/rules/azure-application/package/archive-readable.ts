import type { PackageFacts } from '../../../package-facts';
import type { Rule } from '../../../rule';

export const archiveReadable: Rule<PackageFacts> = {
  id: 'app.package.readable',
  severity: 'error',
  title: 'The package is a zip that can be read to its end',
  rationale: 'What cannot be read is not judged, and the marketplace cannot unpack it either.',
  policy: '300.4',
  message: {
    en: 'The zip cannot be read: {problem}.',
    es: 'No se puede leer el zip: {problem}.',
    ru: 'Не удаётся прочитать ZIP-архив: {problem}.',
    zh: '无法读取 zip 文件：{problem}。',
  },
  fix: {
    en: 'Make the zip anew, and upload it whole.',
    es: 'Cree de nuevo el zip y cárguelo completo.',
    ru: 'Создайте ZIP-архив заново и загрузите его целиком.',
    zh: '请重新创建 zip 文件并完整上传。',
  },
  judges: ({ form }) => form === 'zip',
  check: ({ faults }) =>
    faults.filter(({ kind }) => kind === 'unreadable').map(({ detail }) => ({ params: { problem: detail } })),
};
