import { isFixedDisk } from '../../fixed-disk';
import { kept, type Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';

export const partitionTable: Rule<ImageFacts> = {
  id: 'vm.partition.table',
  severity: 'error',
  title: 'The OS disk has a partition table',
  rationale:
    'Firmware finds the boot loader through the table. The bytes of a single partition start no machine.',
  policy: '200.3',
  message: {
    en: 'The OS disk has no partition table.',
    es: 'El disco del SO no tiene tabla de particiones.',
    ru: 'На диске ОС нет таблицы разделов.',
    zh: '操作系统磁盘没有分区表。',
  },
  fix: {
    en: 'Upload the whole disk of the machine, not one partition of it.',
    es: 'Cargue el disco completo de la máquina, no una de sus particiones.',
    ru: 'Загрузите диск машины целиком, а не один его раздел.',
    zh: '请上传虚拟机的整个磁盘，而不是其中一个分区。',
  },
  judges: isFixedDisk,
  check: ({ partitionTable: table }) => (table === 'none' ? [{ expected: 'mbr | gpt' }] : kept),
};
