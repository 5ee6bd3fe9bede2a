import { hasFooter } from '../../fixed-disk';
import { kept, type Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';
import { gibibyte, inGibibytes } from '../../sizes';

export const windowsUnused: Rule<ImageFacts> = {
  id: 'vm.disk.windows-unused',
  severity: 'reviewRequired',
  title: 'At most 200 GiB of a Windows OS disk are unused',
  rationale:
    'Customers pay for empty space too, and it slows every copy. A reviewer decides whether the product needs it.',
  policy: '200.3',
  message: {
    en: '{actual} of the OS disk are unused; more than {expected} need an exception.',
    es: '{actual} del disco del SO no se usan; más de {expected} necesitan una excepción.',
    ru: 'Не используется {actual} диска ОС; при более чем {expected} нужно исключение.',
    zh: '操作系统磁盘有 {actual} 未使用；超过 {expected} 需要例外批准。',
  },
  fix: {
    en: 'Rebuild the image with a smaller disk, or wait: a reviewer decides about the exception.',
    es: 'Vuelva a crear la imagen con un disco más pequeño o espere: un revisor decide sobre la excepción.',
    ru: 'Пересоберите образ с меньшим диском или подождите: об исключении решит рецензент.',
    zh: '请使用更小的磁盘重新构建映像，或等待审核人员决定是否批准例外。',
  },
  judges: hasFooter,
  check: ({ bytes, dataBytes }) =>
    bytes - dataBytes <= 200 * gibibyte
      ? kept
      : [{ expected: '200 GiB', actual: inGibibytes(bytes - dataBytes) }],
};
