import type { Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';

export const gptBackup: Rule<ImageFacts> = {
  id: 'vm.partition.gpt-backup',
  severity: 'warning',
  title: 'The GPT has a sound backup at the end of the disk',
  rationale:
    'When the first table is damaged, firmware and tools start from the backup. One that is missing or says something else turns a small damage into a lost disk.',
  policy: '200.3',
  message: {
    en: 'The backup of the partition table is of no use: {actual}.',
    es: 'La copia de seguridad de la tabla de particiones no sirve: {actual}.',
    ru: 'Резервная копия таблицы разделов непригодна: {actual}.',
    zh: '分区表的备份无法使用：{actual}。',
  },
  fix: {
    en: 'Move the backup to the end of the raw disk (sgdisk --move-second-header), convert it again and upload it. It is left behind when a disk is enlarged.',
    es: 'Mueva la copia al final del disco sin formato (sgdisk --move-second-header), conviértalo de nuevo y cárguelo. Se queda atrás cuando se amplía un disco.',
    ru: 'Перенесите копию в конец образа raw (sgdisk --move-second-header), снова преобразуйте и загрузите его. Она остаётся на старом месте, когда диск увеличивают.',
    zh: '请将备份移到原始磁盘末尾 (sgdisk --move-second-header)，重新转换并上传。扩大磁盘时，备份会留在原处。',
  },
  judges: ({ partitionTable }) => partitionTable === 'gpt',
  check: ({ gptBackupFaults }) => gptBackupFaults.map((fault) => ({ actual: fault })),
};
