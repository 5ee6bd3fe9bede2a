import { packageLimits } from '../../../package-limits';
import { isSuspiciouslyRegular } from '../../../suspicious-ratio';
import type { PackageFacts } from '../../../package-facts';
import type { Rule } from '../../../rule';

export const compressionRatio: Rule<PackageFacts> = {
  id: 'app.package.ratio',
  severity: 'error',
  title: 'No file unpacks to a hundred times its size',
  rationale: 'Such files are made to fill the disk of whoever unpacks them.',
  policy: '300.4',
  message: {
    en: '{entry} unpacks to {actual} bytes from {packed}; a factor of {expected} is the most.',
    es: '{entry} se descomprime de {packed} a {actual} bytes; el factor máximo es {expected}.',
    ru: '{entry} распаковывается из {packed} байт в {actual}; допустимый коэффициент — не более {expected}.',
    zh: '{entry} 从 {packed} 字节解压为 {actual} 字节；最大倍数为 {expected}。',
  },
  fix: {
    en: "Leave {entry} out, or make it at the customer's.",
    es: 'Omita {entry} o genérelo en el entorno del cliente.',
    ru: 'Уберите {entry} или создавайте его на стороне клиента.',
    zh: '请移除 {entry}，或在客户环境中生成。',
  },
  judges: ({ form }) => form !== 'file',
  check: ({ entries }) =>
    entries.filter(isSuspiciouslyRegular).map(({ name, bytes, packedBytes }) => ({
      params: { entry: name, packed: packedBytes },
      expected: `${packageLimits.ratio}`,
      actual: `${bytes}`,
      target: { file: name },
    })),
};
