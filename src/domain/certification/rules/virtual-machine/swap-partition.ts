import type { Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';

export const swapPartition: Rule<ImageFacts> = {
  id: 'vm.partition.swap',
  aliases: ['41', 'Swap Partition on OS Disk'],
  severity: 'error',
  title: 'The OS disk has no swap partition',
  rationale:
    'Swap on the OS disk is slow, counts against its limits and is billed as storage traffic; the temporary disk is there for it.',
  policy: '200.3',
  message: {
    en: 'Partition {number} of the OS disk is a swap partition (type {actual}).',
    es: 'La partición {number} del disco del SO es de intercambio (tipo {actual}).',
    ru: 'Раздел {number} диска ОС — раздел подкачки (тип {actual}).',
    zh: '操作系统磁盘的分区 {number} 是交换分区（类型 {actual}）。',
  },
  fix: {
    en: 'Remove the swap partition; let the agent put swap on the resource disk.',
    es: 'Quite la partición de intercambio; deje que el agente la ponga en el disco de recursos.',
    ru: 'Удалите раздел подкачки; пусть агент размещает подкачку на ресурсном диске.',
    zh: '请删除交换分区；让代理在资源磁盘上创建交换空间。',
  },
  judges: ({ partitionTable }) => partitionTable !== 'none',
  check: ({ partitions }) =>
    partitions
      .filter(({ role, holds }) => role === 'swap' || holds === 'swap')
      .map(({ number, type, role }) => ({
        expected: 'no swap',
        actual: role === 'swap' ? type : `${type}, with a swap signature`,
        params: { number },
      })),
};
