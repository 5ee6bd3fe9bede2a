import type { UnreadableGuest } from '../../guest-facts-schema';
import { kept, type Rule } from '../../rule';
import type { GuestCase } from './linux-rule';

export const readable: Rule<GuestCase> = {
  id: 'vm.guest.readable',
  severity: 'reviewRequired',
  policy: '200.3',
  title: 'The root file system can be looked into',
  rationale:
    'What nobody can read was not judged: keys, passwords and old software would go to customers unseen. So a reviewer looks at it.',
  message: {
    en: 'What is inside the image could not be read ({actual}), so none of its rules was run.',
    es: 'No se ha podido leer el contenido de la imagen ({actual}), así que no se ha ejecutado ninguna de sus reglas.',
    ru: 'Содержимое образа прочитать не удалось ({actual}), поэтому ни одно из его правил не проверено.',
    zh: '无法读取映像的内容（{actual}），因此未执行任何相关规则。',
  },
  fix: {
    en: 'If anything is found about the file or its partitions, mend that first. Put a Linux system on ext4 and shut it down cleanly before the disk is copied; for Windows and other file systems, wait for the reviewer.',
    es: 'Si se indica algo sobre el archivo o sus particiones, corríjalo primero. Ponga el sistema Linux en ext4 y apáguelo correctamente antes de copiar el disco; para Windows y otros sistemas de archivos, espere al revisor.',
    ru: 'Если что-то найдено в файле или его разделах, сначала исправьте это. Разместите систему Linux на ext4 и корректно выключите её перед копированием диска; для Windows и других файловых систем дождитесь рецензента.',
    zh: '如发现文件或其分区有问题，请先修复。请将 Linux 系统放在 ext4 上，并在复制磁盘前正常关机；Windows 和其他文件系统请等待审核人员。',
  },
  check: ({ guest: { system } }) =>
    system.kind === 'linux'
      ? kept
      : [
          {
            expected: 'ext2 | ext3 | ext4',
            actual: `${reasons[system.reason]}: ${system.detail}`,
            params: { reason: system.reason },
          },
        ],
};

const reasons: Readonly<Record<UnreadableGuest['reason'], string>> = {
  noRoot: 'no root file system',
  fileSystem: 'file system',
  damaged: 'damaged',
  unclean: 'not shut down cleanly',
  tooMuch: 'too much to read',
  tooSlow: 'too slow to read',
};
