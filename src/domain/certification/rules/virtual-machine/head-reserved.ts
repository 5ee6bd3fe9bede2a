import { isFixedDisk } from '../../fixed-disk';
import { kept, type Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';

export const headReserved: Rule<ImageFacts> = {
  id: 'vm.disk.head-reserved',
  severity: 'warning',
  title: 'The first MiB of the OS disk is left free',
  rationale:
    'The platform puts its billing tag there. Whatever else stands in these sectors may be overwritten.',
  policy: '200.3',
  message: {
    en: '{actual} of the first 2048 sectors hold data that is neither partition table nor boot loader, from sector {first} on.',
    es: '{actual} de los primeros 2048 sectores contienen datos que no son tabla de particiones ni cargador de arranque, desde el sector {first}.',
    ru: 'Секторов с данными, не относящимися к таблице разделов или загрузчику, среди первых 2048: {actual}, начиная с сектора {first}.',
    zh: '前 2048 个扇区中有 {actual} 个含有既非分区表也非引导程序的数据，从扇区 {first} 开始。',
  },
  fix: {
    en: 'Keep the first 1 MiB of the OS disk empty: the platform puts its billing tag there.',
    es: 'Deje vacío el primer MiB del disco del SO: la plataforma pone ahí su etiqueta de facturación.',
    ru: 'Оставьте первый 1 МиБ диска ОС пустым: платформа записывает туда метку для выставления счетов.',
    zh: '请将操作系统磁盘的前 1 MiB 留空：平台会在此写入计费标记。',
  },
  judges: isFixedDisk,
  check: (facts) =>
    isFixedDisk(facts) && facts.strayHeadSectors > 0
      ? [
          {
            expected: '0',
            actual: `${facts.strayHeadSectors}`,
            params: { first: facts.firstStrayHeadSector ?? 0 },
          },
        ]
      : kept,
};
