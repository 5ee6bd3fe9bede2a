import type { Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';

export const partitionLayout: Rule<ImageFacts> = {
  id: 'vm.partition.layout',
  severity: 'error',
  title: 'The partition table is sound',
  rationale:
    'Partitions that overlap, or end beyond the disk, are read differently by different tools, and data is lost when one of them writes.',
  policy: '200.3',
  message: {
    en: 'The partition table is damaged: {actual}.',
    es: 'La tabla de particiones está dañada: {actual}.',
    ru: 'Таблица разделов повреждена: {actual}.',
    zh: '分区表已损坏：{actual}。',
  },
  fix: {
    en: 'Repair the table (sgdisk --verify, fdisk) on the raw disk, convert it again and upload it.',
    es: 'Repare la tabla (sgdisk --verify, fdisk) en el disco sin formato, conviértalo de nuevo y cárguelo.',
    ru: 'Исправьте таблицу (sgdisk --verify, fdisk) на образе raw, снова преобразуйте и загрузите его.',
    zh: '请在原始磁盘上修复分区表 (sgdisk --verify、fdisk)，重新转换并上传。',
  },
  judges: ({ partitionTable }) => partitionTable !== 'none',
  check: ({ partitionTableFaults }) => partitionTableFaults.map((fault) => ({ actual: fault })),
};
