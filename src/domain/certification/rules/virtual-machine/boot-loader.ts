import { isFixedDisk } from '../../fixed-disk';
import type { ImageFacts, Partition } from '../../image-facts-schema';
import { kept, type Rule } from '../../rule';
import { tellsPartitions } from '../../tells-partitions';

/** An EFI system partition, in an MBR and in a GPT. */
const efiTypes = ['ef', 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b'];

export const bootLoader: Rule<ImageFacts> = {
  id: 'vm.disk.boot-loader',
  severity: 'error',
  title: 'The OS disk has a boot loader',
  rationale:
    'A machine starts from the code in the first sector (generation 1) or from an EFI system partition (generation 2); without either it never comes up.',
  policy: '200.3',
  message: {
    en: 'The OS disk has no boot loader: neither code in its first sector nor an EFI system partition.',
    es: 'El disco del SO no tiene cargador de arranque: ni código en su primer sector ni partición de sistema EFI.',
    ru: 'На диске ОС нет загрузчика: ни кода в первом секторе, ни системного раздела EFI.',
    zh: '操作系统磁盘没有引导程序：第一个扇区无代码，也没有 EFI 系统分区。',
  },
  fix: {
    en: 'Install the boot loader to the disk itself (grub-install /dev/sdX), not to a partition, and upload the whole disk.',
    es: 'Instale el cargador en el propio disco (grub-install /dev/sdX), no en una partición, y cargue el disco completo.',
    ru: 'Установите загрузчик на сам диск (grub-install /dev/sdX), а не в раздел, и загрузите диск целиком.',
    zh: '请将引导程序安装到磁盘本身（grub-install /dev/sdX）而非分区，并上传整个磁盘。',
  },
  judges: (facts) => isFixedDisk(facts) && tellsPartitions(facts),
  check: ({ hasBootCode, partitions }) => (hasBootCode || partitions.some(isEfiSystem) ? kept : [{}]),
};

/** Firmware reads FAT; of what was never formatted it starts nothing. */
function isEfiSystem({ type, holds }: Partition): boolean {
  return efiTypes.includes(type) && holds === 'FAT';
}
