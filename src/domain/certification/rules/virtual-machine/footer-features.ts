import { hasFooter } from '../../fixed-disk';
import { kept, type Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';
import { hex } from '../../hex';

export const footerFeatures: Rule<ImageFacts> = {
  id: 'vm.vhd.footer-features',
  severity: 'error',
  title: 'The VHD footer has its reserved bit set',
  rationale:
    'The format requires this bit in every footer: one without it was not written by a sound tool, and strict readers refuse it.',
  policy: '200.3',
  message: {
    en: "The VHD footer's features are {actual}; the reserved bit 0x2 must be set.",
    es: 'Las características del pie del VHD son {actual}; el bit reservado 0x2 debe estar activado.',
    ru: 'Поле features колонтитула VHD равно {actual}; зарезервированный бит 0x2 должен быть установлен.',
    zh: 'VHD 页脚的 features 为 {actual}；保留位 0x2 必须置位。',
  },
  fix: {
    en: 'Write the footer anew by converting the disk to a fixed VHD again, and upload the whole file.',
    es: 'Vuelva a escribir el pie convirtiendo de nuevo el disco a VHD fijo y cargue el archivo completo.',
    ru: 'Перезапишите нижний колонтитул, заново преобразовав диск в фиксированный VHD, и загрузите файл целиком.',
    zh: '请重新将磁盘转换为固定 VHD 以重写页脚，并完整上传该文件。',
  },
  judges: hasFooter,
  check: ({ footer }) =>
    !footer || (footer.features & 2) !== 0 ? kept : [{ expected: hex(2), actual: hex(footer.features) }],
};
