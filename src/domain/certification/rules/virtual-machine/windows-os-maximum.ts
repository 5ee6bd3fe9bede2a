import { hasFooter } from '../../fixed-disk';
import { kept, type Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';
import { gibibyte, inGibibytes } from '../../sizes';

export const windowsOsMaximum: Rule<ImageFacts> = {
  id: 'vm.disk.windows-os-maximum',
  severity: 'reviewRequired',
  title: 'A Windows OS disk has at most 250 GiB',
  rationale:
    'Every customer pays for the whole OS disk and waits for its copy. Larger ones are allowed where a reviewer sees a reason.',
  policy: '200.3',
  message: {
    en: 'The OS disk has {actual}; a Windows OS disk above 250 GiB needs an exception.',
    es: 'El disco del SO tiene {actual}; un disco de SO Windows de más de 250 GiB necesita una excepción.',
    ru: 'Размер диска ОС — {actual}; для диска ОС Windows больше 250 ГиБ нужно исключение.',
    zh: '操作系统磁盘为 {actual}；超过 250 GiB 的 Windows 操作系统磁盘需要例外批准。',
  },
  fix: {
    en: 'Rebuild the image with {expected}, or wait: a reviewer decides about the exception.',
    es: 'Vuelva a crear la imagen con {expected} o espere: un revisor decide sobre la excepción.',
    ru: 'Пересоберите образ ({expected}) или подождите: об исключении решит рецензент.',
    zh: '请以 {expected} 重新构建映像，或等待审核人员决定是否批准例外。',
  },
  judges: hasFooter,
  check: ({ footer }) =>
    !footer || footer.currentSize <= 250 * gibibyte
      ? kept
      : [{ expected: '30-250 GiB', actual: inGibibytes(footer.currentSize) }],
};
