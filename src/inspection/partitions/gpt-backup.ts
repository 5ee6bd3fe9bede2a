import { crc32 } from 'node:zlib';
import { sectorBytes } from '../../domain/certification/sizes';
import { entriesIn, type GptHeader, parseGptHeader } from './gpt-header';

/** As much of a disk's end as holds the backup of a GPT with 256 entries, and a VHD's footer. */
export const tailBytes = 128 * sectorBytes;

/** Why the backup of a GPT could not replace the first one; `header` is the first one, if it can be read. */
export function gptBackupFaults(
  { tail, firstSector }: { readonly tail: Buffer; readonly firstSector: number },
  diskSectors: number,
  header: GptHeader | undefined,
): readonly string[] {
  const last = diskSectors - 1;
  const at = (last - firstSector) * sectorBytes;
  const backup = at < 0 ? 'missing' : parseGptHeader(tail.subarray(at, at + sectorBytes));
  if (backup === 'missing') return [`the last sector of the disk (${last}) holds no backup of the GPT`];
  if (backup === 'impossible size') return ['the header of the GPT’s backup has an impossible size'];
  const entries = entriesIn(tail, firstSector, backup);
  return [
    ...(backup.isWhole ? [] : ['the checksum of the GPT’s backup header is wrong']),
    ...(backup.ownSector === last ? [] : ['the GPT’s backup header is not the one of the last sector']),
    ...(entries === undefined ? ['the entries of the GPT’s backup lie outside the end of the disk'] : []),
    ...(entries === undefined || crc32(entries) === backup.entriesChecksum
      ? []
      : ['the checksum of the entries of the GPT’s backup is wrong']),
    ...(header ? differences(header, backup, last) : []),
  ];
}

function differences(header: GptHeader, backup: GptHeader, last: number): readonly string[] {
  const isOther = header.disk !== backup.disk || header.entriesChecksum !== backup.entriesChecksum;
  return [
    ...(isOther ? ['the GPT and its backup name other partitions'] : []),
    ...(header.otherSector === last
      ? []
      : [`the GPT expects its backup in sector ${header.otherSector}, the disk ends with ${last}`]),
  ];
}
