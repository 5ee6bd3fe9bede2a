import { hasFooter } from '../../fixed-disk';
import { kept, type Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';
import { gibibyte, inGibibytes } from '../../sizes';

export const dataSize: Rule<ImageFacts> = {
  id: 'vm.disk.data-size',
  severity: 'error',
  title: 'A data disk has at most 1023 GiB',
  rationale: 'A larger disk cannot be attached to every machine size that customers may choose for the plan.',
  policy: '200.3',
  message: {
    en: 'The data disk has {actual}; at most {expected} are allowed.',
    es: 'El disco de datos tiene {actual}; se permiten como máximo {expected}.',
    ru: 'Размер диска данных — {actual}; допускается не более {expected}.',
    zh: '数据磁盘为 {actual}；最多允许 {expected}。',
  },
  fix: {
    en: 'Rebuild the image with a disk of a permitted size and upload it.',
    es: 'Vuelva a crear la imagen con un disco de tamaño permitido y cárguela.',
    ru: 'Пересоберите образ с диском допустимого размера и загрузите его.',
    zh: '请使用允许大小的磁盘重新构建映像并上传。',
  },
  judges: hasFooter,
  check: ({ footer }) =>
    !footer || footer.currentSize <= 1023 * gibibyte
      ? kept
      : [{ expected: '1023 GiB', actual: inGibibytes(footer.currentSize) }],
};
