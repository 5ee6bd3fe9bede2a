import { packageLimits } from '../../../package-limits';
import { inGibibytes } from '../../../sizes';
import type { PackageFacts } from '../../../package-facts';
import type { Rule } from '../../../rule';

export const readingLimits: Rule<PackageFacts> = {
  id: 'app.package.limits',
  severity: 'error',
  title: 'The package stays within what is read of one',
  rationale: 'A package of endless files keeps certification busy for ever, and nobody can review it.',
  policy: '300.4',
  message: {
    en: 'Reading stopped: the package has {actual}; {expected} is the most.',
    es: 'La lectura se detuvo: el paquete tiene {actual}; el máximo es {expected}.',
    ru: 'Чтение остановлено: в пакете {actual}; допускается не более {expected}.',
    zh: '读取已停止：包中有 {actual}；上限为 {expected}。',
  },
  fix: {
    en: 'Make the package smaller: fewer files, fewer bytes.',
    es: 'Haga el paquete más pequeño: menos archivos y menos bytes.',
    ru: 'Уменьшите пакет: меньше файлов и меньше байтов.',
    zh: '请减小包：减少文件数量和字节数。',
  },
  judges: ({ form }) => form !== 'file',
  check: ({ faults }) =>
    faults.flatMap(({ kind, name, detail }) => {
      const at = name === null ? {} : { target: { file: name } };
      if (kind === 'tooMany') return [{ expected: `${packageLimits.files}`, actual: detail, ...at }];
      return kind === 'tooLarge' && name !== null
        ? [
            {
              expected: inGibibytes(packageLimits.totalBytes),
              actual: `> ${inGibibytes(packageLimits.totalBytes)}`,
              ...at,
            },
          ]
        : [];
    }),
};
