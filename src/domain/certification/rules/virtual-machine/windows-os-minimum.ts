import { hasFooter } from '../../fixed-disk';
import { kept, type Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';
import { gibibyte, inGibibytes } from '../../sizes';

export const windowsOsMinimum: Rule<ImageFacts> = {
  id: 'vm.disk.windows-os-minimum',
  severity: 'error',
  title: 'A Windows OS disk has at least 30 GiB',
  rationale:
    'Windows needs room for updates and its paging file: a smaller disk fills up soon after the first start.',
  policy: '200.3',
  message: {
    en: 'The OS disk has {actual}; a Windows OS disk has {expected}.',
    es: 'El disco del SO tiene {actual}; un disco de SO Windows tiene {expected}.',
    ru: 'Размер диска ОС — {actual}; для Windows допустимо {expected}.',
    zh: '操作系统磁盘为 {actual}；Windows 操作系统磁盘应为 {expected}。',
  },
  fix: {
    en: 'Rebuild the image with a disk of a permitted size and upload it.',
    es: 'Vuelva a crear la imagen con un disco de tamaño permitido y cárguela.',
    ru: 'Пересоберите образ с диском допустимого размера и загрузите его.',
    zh: '请使用允许大小的磁盘重新构建映像并上传。',
  },
  judges: hasFooter,
  check: ({ footer }) =>
    !footer || footer.currentSize >= 30 * gibibyte
      ? kept
      : [{ expected: '30-250 GiB', actual: inGibibytes(footer.currentSize) }],
};
