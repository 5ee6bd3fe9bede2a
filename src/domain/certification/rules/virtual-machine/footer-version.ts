import { hasFooter } from '../../fixed-disk';
import { kept, type Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';
import { hex } from '../../hex';

const version1 = 0x00010000;

export const footerVersion: Rule<ImageFacts> = {
  id: 'vm.vhd.footer-version',
  severity: 'error',
  title: 'The VHD footer is of format version 1.0',
  rationale: 'There is one version of the format. Another number means a damaged footer or another format.',
  policy: '200.3',
  message: {
    en: 'The VHD footer says format version {actual}; it must be {expected}.',
    es: 'El pie del VHD indica la versión de formato {actual}; debe ser {expected}.',
    ru: 'В колонтитуле VHD указана версия формата {actual}; должна быть {expected}.',
    zh: 'VHD 页脚的格式版本为 {actual}；必须为 {expected}。',
  },
  fix: {
    en: 'Write the footer anew by converting the disk to a fixed VHD again, and upload the whole file.',
    es: 'Vuelva a escribir el pie convirtiendo de nuevo el disco a VHD fijo y cargue el archivo completo.',
    ru: 'Перезапишите нижний колонтитул, заново преобразовав диск в фиксированный VHD, и загрузите файл целиком.',
    zh: '请重新将磁盘转换为固定 VHD 以重写页脚，并完整上传该文件。',
  },
  judges: hasFooter,
  check: ({ footer }) =>
    !footer || footer.formatVersion === version1
      ? kept
      : [{ expected: hex(version1), actual: hex(footer.formatVersion) }],
};
