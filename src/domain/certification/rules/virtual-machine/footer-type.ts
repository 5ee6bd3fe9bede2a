import { hasFooter } from '../../fixed-disk';
import { kept, type Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';

const fixedDisk = 2;
const names = new Map([
  [0, 'none'],
  [3, 'dynamic'],
  [4, 'differencing'],
]);
const nameOf = (diskType: number): string => names.get(diskType) ?? `of unknown type ${diskType}`;

/** A dynamic disk stays one when its footer is made to say fixed: its blocks lie elsewhere. */
export const footerType: Rule<ImageFacts> = {
  id: 'vm.vhd.footer-type',
  severity: 'error',
  title: 'The VHD is of the fixed kind',
  rationale:
    'Dynamic and differencing disks store blocks in another order, or in other files. Only a fixed disk can be copied page by page and started as it is.',
  policy: '200.3',
  message: {
    en: 'The VHD is {actual}; only fixed disks can be published.',
    es: 'El VHD es {actual}; solo se pueden publicar discos fijos.',
    ru: 'Тип VHD: {actual}; публиковать можно только фиксированные диски.',
    zh: '该 VHD 的类型为 {actual}；只能发布固定磁盘。',
  },
  fix: {
    en: 'Convert it to a fixed VHD, e.g. qemu-img convert -O vpc -o subformat=fixed,force_size, and upload that.',
    es: 'Conviértalo a un VHD fijo, p. ej. con qemu-img convert -O vpc -o subformat=fixed,force_size, y cargue el resultado.',
    ru: 'Преобразуйте его в VHD фиксированного размера, например qemu-img convert -O vpc -o subformat=fixed,force_size, и загрузите результат.',
    zh: '请将其转换为固定大小的 VHD，例如 qemu-img convert -O vpc -o subformat=fixed,force_size，然后重新上传。',
  },
  judges: hasFooter,
  check: ({ footer, footerCopyAtStart }) => {
    if (!footer || (footer.diskType === fixedDisk && !footerCopyAtStart)) return kept;
    const actual =
      footer.diskType === fixedDisk ? 'not fixed (footer copy at the start)' : nameOf(footer.diskType);
    return [{ expected: 'fixed', actual }];
  },
};
