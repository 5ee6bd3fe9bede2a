import type { Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';

/** As many as the marketplace's own test requires. */
const expected = '0';

export const swapPartition: Rule<ImageFacts> = {
  id: 'vm.partition.swap',
  aliases: ['41', 'Swap Partition on OS Disk'],
  severity: 'error',
  title: 'The OS disk has no swap partition',
  rationale:
    'Swap on the OS disk is slow, counts against its limits and is billed as storage traffic; the temporary disk is there for it.',
  policy: '200.3',
  message: {
    en: 'Partition {number} of the OS disk is a swap partition.',
    es: 'La partición {number} del disco del SO es de intercambio.',
    ru: 'Раздел {number} диска ОС — раздел подкачки.',
    zh: '操作系统磁盘的分区 {number} 是交换分区。',
  },
  fix: {
    en: 'Remove the swap partition, or its signature (wipefs) where it is none any more; let the agent put swap on the resource disk.',
    es: 'Quite la partición de intercambio, o su firma (wipefs) si ya no lo es; deje que el agente ponga el intercambio en el disco de recursos.',
    ru: 'Удалите раздел подкачки или его подпись (wipefs), если он им больше не является; пусть агент размещает подкачку на ресурсном диске.',
    zh: '请删除交换分区；如果它已不再用作交换分区，请清除其签名（wipefs）。让代理在资源磁盘上创建交换空间。',
  },
  judges: ({ partitionTable }) => partitionTable !== 'none',
  check: ({ partitions }) => {
    const swap = swapIn(partitions);
    return swap.map(({ number, type, role }) => ({
      expected,
      actual: `${swap.length}`,
      params: { number, type, foundBy: role === 'swap' ? 'type' : 'signature' },
    }));
  },
  measured: ({ partitions }) => ({ expected, actual: `${swapIn(partitions).length}` }),
};

type Partitions = ImageFacts['partitions'];

const swapIn = (partitions: Partitions): Partitions =>
  partitions.filter(({ role, holds }) => role === 'swap' || holds === 'swap');
