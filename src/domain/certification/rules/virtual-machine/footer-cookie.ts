import { kept, type Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';

/** Silent when the file is known to be of another format: one finding says enough. */
export const footerCookie: Rule<ImageFacts> = {
  id: 'vm.vhd.footer-cookie',
  severity: 'error',
  title: 'The file ends with a VHD footer',
  rationale:
    'The footer is what makes raw bytes a VHD. Without it size and kind of the disk are unknown, and no disk can be made.',
  policy: '200.3',
  message: {
    en: 'The last 512 bytes are not a VHD footer: they do not begin with "{expected}".',
    es: 'Los últimos 512 bytes no son un pie de VHD: no empiezan por «{expected}».',
    ru: 'Последние 512 байт не являются нижним колонтитулом VHD: они не начинаются с «{expected}».',
    zh: '最后 512 字节不是 VHD 页脚：没有以 "{expected}" 开头。',
  },
  fix: {
    en: 'Upload the whole fixed VHD. A file cut short, or a raw disk renamed to .vhd, has no footer.',
    es: 'Cargue el VHD fijo completo. Un archivo truncado o un disco sin formato renombrado a .vhd no tiene pie.',
    ru: 'Загрузите фиксированный VHD целиком. У обрезанного файла и у образа raw, переименованного в .vhd, колонтитула нет.',
    zh: '请上传完整的固定 VHD。被截断的文件或改名为 .vhd 的原始磁盘没有页脚。',
  },
  judges: ({ format }) => format === 'vhd' || format === 'unknown',
  check: ({ format, footer }) =>
    footer || (format !== 'vhd' && format !== 'unknown') ? kept : [{ expected: 'conectix' }],
};
