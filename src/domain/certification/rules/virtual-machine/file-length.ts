import { saysFixed } from '../../fixed-disk';
import { kept, type Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';

export const fileLength: Rule<ImageFacts> = {
  id: 'vm.vhd.file-length',
  severity: 'error',
  title: 'The file is the disk and its footer',
  rationale:
    'A longer or shorter file was cut off or padded on its way: the footer then describes another disk than the one in the file.',
  policy: '200.3',
  message: {
    en: 'The file has {actual} bytes; a fixed VHD of this size has {expected} (the disk and 512 bytes of footer).',
    es: 'El archivo tiene {actual} bytes; un VHD fijo de este tamaño tiene {expected} (el disco y 512 bytes de pie).',
    ru: 'Размер файла {actual} байт; у фиксированного VHD такого размера — {expected} (диск и 512 байт колонтитула).',
    zh: '文件为 {actual} 字节；此大小的固定 VHD 应为 {expected} 字节（磁盘加 512 字节页脚）。',
  },
  fix: {
    en: 'Upload the whole file again; it was cut short or something was appended.',
    es: 'Cargue de nuevo el archivo completo; se truncó o se le añadió algo.',
    ru: 'Загрузите файл целиком ещё раз: он обрезан или к нему что-то дописано.',
    zh: '请重新上传完整文件；它被截断或附加了内容。',
  },
  judges: saysFixed,
  check: ({ footer, bytes }) =>
    !footer || footer.diskType !== 2 || bytes === footer.currentSize + 512
      ? kept
      : [{ expected: `${footer.currentSize + 512}`, actual: `${bytes}` }],
};
