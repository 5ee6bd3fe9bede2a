import { saysFixed } from '../../fixed-disk';
import { kept, type Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';

const fixed = 'ffffffffffffffff';

export const footerDataOffset: Rule<ImageFacts> = {
  id: 'vm.vhd.footer-data-offset',
  severity: 'error',
  title: 'The VHD footer points to no further header',
  rationale:
    'In a fixed disk nothing but data lies before the footer. An offset there belongs to a dynamic disk and makes readers look for tables that are not there.',
  policy: '200.3',
  message: {
    en: "The VHD footer's data offset is {actual}; in a fixed disk it is {expected}.",
    es: 'El desplazamiento de datos del pie del VHD es {actual}; en un disco fijo es {expected}.',
    ru: 'Смещение данных в колонтитуле VHD равно {actual}; у фиксированного диска это {expected}.',
    zh: 'VHD 页脚的数据偏移为 {actual}；固定磁盘应为 {expected}。',
  },
  fix: {
    en: 'Write the footer anew by converting the disk to a fixed VHD again, and upload the whole file.',
    es: 'Vuelva a escribir el pie convirtiendo de nuevo el disco a VHD fijo y cargue el archivo completo.',
    ru: 'Перезапишите нижний колонтитул, заново преобразовав диск в фиксированный VHD, и загрузите файл целиком.',
    zh: '请重新将磁盘转换为固定 VHD 以重写页脚，并完整上传该文件。',
  },
  judges: saysFixed,
  check: ({ footer }) =>
    !footer || footer.diskType !== 2 || footer.dataOffset === fixed
      ? kept
      : [{ expected: fixed, actual: footer.dataOffset }],
};
