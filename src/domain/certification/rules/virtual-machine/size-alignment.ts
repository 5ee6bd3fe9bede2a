import { hasFooter } from '../../fixed-disk';
import { kept, type Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';
import { mebibyte } from '../../sizes';

export const sizeAlignment: Rule<ImageFacts> = {
  id: 'vm.vhd.size-alignment',
  severity: 'error',
  title: 'The virtual size is a whole number of MiB',
  rationale:
    'The platform makes disks in whole MiB. Another size is rounded, and the end of the disk goes missing or does not match.',
  policy: '200.3',
  message: {
    en: 'The virtual size of {actual} bytes is not a multiple of 1 MiB.',
    es: 'El tamaño virtual de {actual} bytes no es múltiplo de 1 MiB.',
    ru: 'Виртуальный размер {actual} байт не кратен 1 МиБ.',
    zh: '虚拟大小 {actual} 字节不是 1 MiB 的整数倍。',
  },
  fix: {
    en: 'Resize the raw disk to {expected} bytes (qemu-img resize), then convert it with force_size.',
    es: 'Redimensione el disco sin formato a {expected} bytes (qemu-img resize) y conviértalo con force_size.',
    ru: 'Увеличьте образ raw до {expected} байт (qemu-img resize), затем преобразуйте его с force_size.',
    zh: '请将原始磁盘调整为 {expected} 字节 (qemu-img resize)，再用 force_size 转换。',
  },
  judges: hasFooter,
  check: ({ footer }) =>
    !footer || footer.currentSize % mebibyte === 0
      ? kept
      : [
          {
            expected: `${Math.ceil(footer.currentSize / mebibyte) * mebibyte}`,
            actual: `${footer.currentSize}`,
          },
        ],
};
