import { packageLimits } from '../../../package-limits';
import { inGibibytes } from '../../../sizes';
import type { PackageFacts } from '../../../package-facts';
import { kept, type Rule } from '../../../rule';

export const archiveSize: Rule<PackageFacts> = {
  id: 'app.package.archive-size',
  severity: 'error',
  title: 'The zip has 1 GB or less',
  rationale: 'The marketplace takes no bigger packages.',
  policy: '300.4',
  message: {
    en: 'The package has {actual}; {expected} is the most.',
    es: 'El paquete tiene {actual}; el máximo es {expected}.',
    ru: 'Размер пакета — {actual}; допускается не более {expected}.',
    zh: '包的大小为 {actual}；上限为 {expected}。',
  },
  fix: {
    en: 'Take out what customers can download while deploying, e.g. installers.',
    es: 'Quite lo que se pueda descargar durante la implementación, por ejemplo, instaladores.',
    ru: 'Уберите то, что можно скачать при развертывании, например установщики.',
    zh: '请移除可在部署时下载的内容，例如安装程序。',
  },
  judges: ({ archiveBytes }) => archiveBytes !== null,
  check: ({ archiveBytes }) =>
    archiveBytes !== null && archiveBytes > packageLimits.archiveBytes
      ? [{ expected: inGibibytes(packageLimits.archiveBytes), actual: inGibibytes(archiveBytes) }]
      : kept,
};
