import { hasFooter } from '../../fixed-disk';
import { kept, type Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';
import { gibibyte, inGibibytes } from '../../sizes';

export const linuxOsSize: Rule<ImageFacts> = {
  id: 'vm.disk.linux-os-size',
  severity: 'error',
  title: 'A Linux OS disk has 1 to 1023 GiB',
  rationale:
    'Smaller disks leave no room for updates and logs; larger ones cannot be used as an OS disk by every machine size.',
  policy: '200.3',
  message: {
    en: 'The OS disk has {actual}; a Linux OS disk has {expected}.',
    es: 'El disco del SO tiene {actual}; un disco de SO Linux tiene {expected}.',
    ru: 'Размер диска ОС — {actual}; для Linux допустимо {expected}.',
    zh: '操作系统磁盘为 {actual}；Linux 操作系统磁盘应为 {expected}。',
  },
  fix: {
    en: 'Rebuild the image with a disk of a permitted size and upload it.',
    es: 'Vuelva a crear la imagen con un disco de tamaño permitido y cárguela.',
    ru: 'Пересоберите образ с диском допустимого размера и загрузите его.',
    zh: '请使用允许大小的磁盘重新构建映像并上传。',
  },
  judges: hasFooter,
  check: ({ footer }) =>
    !footer || (footer.currentSize >= 1 * gibibyte && footer.currentSize <= 1023 * gibibyte)
      ? kept
      : [{ expected: '1-1023 GiB', actual: inGibibytes(footer.currentSize) }],
};
