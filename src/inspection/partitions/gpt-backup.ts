import { crc32 } from 'node:zlib';
import { sectorBytes } from '../../domain/certification/sizes';
import { partitionsOf } from './gpt';
import { entriesIn, type GptHeader, parseGptHeader } from './gpt-header';

/** As much of a disk's end as holds the backup of a GPT with 256 entries, and a VHD's footer. */
export const tailBytes = 128 * sectorBytes;

export type GptBackup = {
  /** Why it could not replace the first one. */
  readonly faults: readonly string[];
  /** What whoever mends the first one can expect of it; undefined where it is of no use to them. */
  readonly standing: string | undefined;
};

/** The backup of a GPT; `header` is the first one, if it can be read. */
export function inspectGptBackup(
  { tail, firstSector }: { readonly tail: Buffer; readonly firstSector: number },
  diskSectors: number,
  header: GptHeader | undefined,
): GptBackup {
  const last = diskSectors - 1;
  const at = (last - firstSector) * sectorBytes;
  const backup = at < 0 ? 'missing' : parseGptHeader(tail.subarray(at, at + sectorBytes));
  if (backup === 'missing')
    return useless(`the last sector of the disk (${last}) holds no backup of the GPT`);
  if (backup === 'impossible size') return useless('the header of the GPT’s backup has an impossible size');
  const entries = entriesIn(tail, firstSector, backup);
  const faults = [
    ...(backup.isWhole ? [] : ['the checksum of the GPT’s backup header is wrong']),
    ...(backup.ownSector === last ? [] : ['the GPT’s backup header is not the one of the last sector']),
    ...(entries === undefined ? ['the entries of the GPT’s backup lie outside the end of the disk'] : []),
    ...(entries === undefined || crc32(entries) === backup.entriesChecksum
      ? []
      : ['the checksum of the entries of the GPT’s backup is wrong']),
    // What a damaged header says may be the damage: the backup is not to blame for it.
    ...(header?.isWhole === true && header.ownSector === 1 ? differences(header, backup, last) : []),
  ];
  const isSound = faults.length === 0 && entries !== undefined;
  return { faults, standing: isSound ? standingOf(backup, entries, header) : undefined };
}

const useless = (fault: string): GptBackup => ({ faults: [fault], standing: undefined });

/** What is whole may still be left from an earlier use of the disk: only a first header that is the same says more. */
function standingOf(backup: GptHeader, entries: Buffer, header: GptHeader | undefined): string {
  if (header !== undefined && isOfSame(header, backup)) return 'its backup at the end of the disk is good';
  const { length } = partitionsOf(entries, backup.entryBytes);
  return `a whole backup, perhaps of an earlier table, stands at the end of the disk (partitions: ${length})`;
}

const isOfSame = (header: GptHeader, backup: GptHeader): boolean =>
  header.disk === backup.disk && header.entriesChecksum === backup.entriesChecksum;

function differences(header: GptHeader, backup: GptHeader, last: number): readonly string[] {
  return [
    ...(isOfSame(header, backup) ? [] : ['the GPT and its backup name other partitions']),
    ...(header.otherSector === last
      ? []
      : [`the GPT expects its backup in sector ${header.otherSector}, the disk ends with ${last}`]),
  ];
}
