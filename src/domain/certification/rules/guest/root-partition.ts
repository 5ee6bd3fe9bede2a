import { kept } from '../../rule';
import { linuxRule } from './linux-rule';

export const rootPartition = linuxRule({
  id: 'vm.guest.root-partition',
  aliases: ['42', 'Root Partition on OS Disk'],
  severity: 'reviewRequired',
  policy: '200.3',
  title: 'The OS disk has one root partition',
  rationale:
    'The platform resizes and repairs one root; of several, only the first is looked into here, so a person has to see the others.',
  message: {
    en: 'The OS disk has {actual} partitions that hold a root file system; one is advised, and only the first was looked into.',
    es: 'El disco del SO tiene {actual} particiones con un sistema de archivos raíz; se recomienda una y solo se ha examinado la primera.',
    ru: 'Разделов с корневой файловой системой на диске ОС: {actual}; рекомендуется один, и проверен только первый.',
    zh: '操作系统磁盘上有 {actual} 个含根文件系统的分区；建议只有一个，且仅检查了第一个。',
  },
  fix: {
    en: 'Leave one root partition on the disk.',
    es: 'Deje una sola partición raíz en el disco.',
    ru: 'Оставьте на диске один корневой раздел.',
    zh: '请在磁盘上只保留一个根分区。',
  },
  check: ({ rootPartitions }) =>
    rootPartitions === 1 ? kept : [{ expected: '1', actual: `${rootPartitions}` }],
  measured: ({ rootPartitions }) => ({ expected: '1', actual: `${rootPartitions}` }),
});
