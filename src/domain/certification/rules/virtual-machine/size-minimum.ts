import { hasFooter } from '../../fixed-disk';
import { kept, type Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';
import { mebibyte } from '../../sizes';

const least = 20 * mebibyte;

export const sizeMinimum: Rule<ImageFacts> = {
  id: 'vm.vhd.size-minimum',
  severity: 'error',
  title: 'The disk has at least 20 MiB',
  rationale: 'The platform makes no disk smaller than this; a file this small is usually a broken upload.',
  policy: '200.3',
  message: {
    en: 'The disk is too small: {actual} bytes, at least {expected} are needed.',
    es: 'El disco es demasiado pequeño: {actual} bytes; se necesitan al menos {expected}.',
    ru: 'Диск слишком мал: {actual} байт, требуется не менее {expected}.',
    zh: '磁盘太小：{actual} 字节，至少需要 {expected} 字节。',
  },
  fix: {
    en: 'Make a larger disk and upload it.',
    es: 'Cree un disco más grande y cárguelo.',
    ru: 'Создайте диск большего размера и загрузите его.',
    zh: '请创建更大的磁盘并上传。',
  },
  judges: hasFooter,
  check: ({ footer }) =>
    !footer || footer.currentSize >= least
      ? kept
      : [{ expected: `${least}`, actual: `${footer.currentSize}` }],
};
