import { kept, type Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';
import { tellsPartitions } from '../../tells-partitions';

export const linuxPartition: Rule<ImageFacts> = {
  id: 'vm.partition.linux',
  severity: 'error',
  title: 'The OS disk of a Linux plan has a Linux partition',
  rationale:
    'A disk of another system under a Linux plan fails at its first start: agent, log-in and disk set-up are all prepared for the family that the plan names.',
  policy: '200.3',
  message: {
    en: "None of the OS disk's partitions is a Linux partition; found types: {actual}.",
    es: 'Ninguna partición del disco del SO es de Linux; tipos encontrados: {actual}.',
    ru: 'На диске ОС нет ни одного раздела Linux; найдены типы: {actual}.',
    zh: '操作系统磁盘上没有 Linux 分区；找到的类型：{actual}。',
  },
  fix: {
    en: 'Choose the operating system that is really on the disk, or give the root partition a Linux type.',
    es: 'Elija el sistema operativo que hay realmente en el disco o asigne a la partición raíz un tipo de Linux.',
    ru: 'Выберите ту операционную систему, которая действительно на диске, или задайте корневому разделу тип Linux.',
    zh: '请选择磁盘上实际的操作系统，或将根分区设为 Linux 类型。',
  },
  judges: tellsPartitions,
  check: ({ partitionTable, partitions }) =>
    partitionTable === 'none' || partitions.some(({ role }) => role === 'linux')
      ? kept
      : [
          {
            actual:
              partitions
                .map(({ type }) => type)
                .slice(0, 8)
                .join(', ') || '-',
          },
        ],
};
