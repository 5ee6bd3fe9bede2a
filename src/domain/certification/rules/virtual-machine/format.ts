import { kept, type Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';

export const vhdFormat: Rule<ImageFacts> = {
  id: 'vm.vhd.format',
  severity: 'error',
  title: 'The file is a VHD',
  rationale:
    'The platform makes disks of VHD files only. Formats of other hypervisors, and compressed files, have to be converted before they are uploaded.',
  policy: '200.3',
  message: {
    en: 'The file is not a VHD but {actual}.',
    es: 'El archivo no es un VHD sino {actual}.',
    ru: 'Файл не является VHD, это {actual}.',
    zh: '该文件不是 VHD，而是 {actual}。',
  },
  fix: {
    en: 'Convert it to a fixed VHD, e.g. qemu-img convert -O vpc -o subformat=fixed,force_size, and upload that.',
    es: 'Conviértalo a un VHD fijo, p. ej. con qemu-img convert -O vpc -o subformat=fixed,force_size, y cargue el resultado.',
    ru: 'Преобразуйте его в VHD фиксированного размера, например qemu-img convert -O vpc -o subformat=fixed,force_size, и загрузите результат.',
    zh: '请将其转换为固定大小的 VHD，例如 qemu-img convert -O vpc -o subformat=fixed,force_size，然后重新上传。',
  },
  judges: ({ format }) => format !== 'unknown',
  check: ({ format }) =>
    format === 'vhd' || format === 'unknown' ? kept : [{ expected: 'vhd', actual: format }],
};
