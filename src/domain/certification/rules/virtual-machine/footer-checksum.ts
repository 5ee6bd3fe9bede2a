import { hasFooter } from '../../fixed-disk';
import { kept, type Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';
import { hex } from '../../hex';

export const footerChecksum: Rule<ImageFacts> = {
  id: 'vm.vhd.footer-checksum',
  severity: 'error',
  title: "The VHD footer's checksum is right",
  rationale:
    'A wrong checksum means that the footer was damaged or edited by hand; the platform refuses to make a disk of it.',
  policy: '200.3',
  message: {
    en: "The VHD footer's checksum is {actual}, but its bytes give {expected}.",
    es: 'La suma de comprobación del pie del VHD es {actual}, pero sus bytes dan {expected}.',
    ru: 'Контрольная сумма колонтитула VHD — {actual}, а по его байтам получается {expected}.',
    zh: 'VHD 页脚的校验和为 {actual}，但按其字节计算应为 {expected}。',
  },
  fix: {
    en: 'Write the footer anew by converting the disk to a fixed VHD again, and upload the whole file.',
    es: 'Vuelva a escribir el pie convirtiendo de nuevo el disco a VHD fijo y cargue el archivo completo.',
    ru: 'Перезапишите нижний колонтитул, заново преобразовав диск в фиксированный VHD, и загрузите файл целиком.',
    zh: '请重新将磁盘转换为固定 VHD 以重写页脚，并完整上传该文件。',
  },
  judges: hasFooter,
  check: ({ footer }) =>
    !footer || footer.checksum === footer.computedChecksum
      ? kept
      : [{ expected: hex(footer.computedChecksum), actual: hex(footer.checksum) }],
};
