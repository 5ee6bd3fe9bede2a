import { kept, type Rule } from '../../rule';
import { gibibyte, sectorBytes } from '../../sizes';
import type { SourceFacts } from '../../source-facts';

/** Nothing larger is read at all: the largest disk any rule permits, and its footer. */
const most = 1023 * gibibyte + sectorBytes;

export const sourceLength: Rule<SourceFacts> = {
  id: 'sas.blob.length',
  severity: 'error',
  title: 'The blob is as long as a disk can be',
  rationale:
    'Disks consist of sectors of 512 bytes, and the largest disk that any plan may have is 1023 GiB: a blob of another length is no disk image, or cannot be deployed.',
  policy: '200.3',
  message: {
    en: 'The blob has {actual} bytes; a disk image has a multiple of 512, and at most 1023 GiB.',
    es: 'El blob tiene {actual} bytes; una imagen de disco tiene un múltiplo de 512, y como máximo 1023 GiB.',
    ru: 'Размер объекта — {actual} байт; у образа диска размер кратен 512 байтам и не больше 1023 ГиБ.',
    zh: '该 Blob 为 {actual} 字节；磁盘映像应为 512 字节的整数倍，且不超过 1023 GiB。',
  },
  fix: {
    en: 'Upload a fixed VHD of a permitted size.',
    es: 'Cargue un VHD fijo de tamaño permitido.',
    ru: 'Загрузите фиксированный VHD допустимого размера.',
    zh: '请上传允许大小的固定 VHD。',
  },
  check: (source) =>
    source.kind !== 'found' || (source.bytes > 0 && source.bytes % sectorBytes === 0 && source.bytes <= most)
      ? kept
      : [{ expected: `n × ${sectorBytes} <= ${most}`, actual: `${source.bytes}` }],
};
