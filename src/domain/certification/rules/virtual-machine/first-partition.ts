import { kept, type Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';

const leastSector = 2048;

export const firstPartition: Rule<ImageFacts> = {
  id: 'vm.partition.first-sector',
  severity: 'error',
  title: 'No partition begins before sector 2048',
  rationale:
    'The platform writes its billing tag into the first MiB of the OS disk. A partition there would be damaged by it, and the machine might not start.',
  policy: '200.3',
  message: {
    en: 'The first partition begins at sector {actual}; it must not begin before sector {expected}.',
    es: 'La primera partición empieza en el sector {actual}; no debe empezar antes del sector {expected}.',
    ru: 'Первый раздел начинается с сектора {actual}; он не должен начинаться раньше сектора {expected}.',
    zh: '第一个分区从扇区 {actual} 开始；不得早于扇区 {expected}。',
  },
  fix: {
    en: 'Partition the disk with the first partition at sector 2048 (1 MiB).',
    es: 'Particione el disco con la primera partición en el sector 2048 (1 MiB).',
    ru: 'Разметьте диск так, чтобы первый раздел начинался с сектора 2048 (1 МиБ).',
    zh: '请将磁盘的第一个分区设在扇区 2048 (1 MiB) 处。',
  },
  judges: ({ partitions }) => partitions.length > 0,
  check: ({ partitions }) => {
    const first = Math.min(...partitions.map(({ firstSector }) => firstSector));
    return first >= leastSector ? kept : [{ expected: `${leastSector}`, actual: `${first}` }];
  },
};
