import type { ImageFacts } from '../../domain/certification/image-facts-schema';
import { sectorBytes } from '../../domain/certification/sizes';
import type { Captures } from '../captures';
import { type Gpt, hasGptHeader, parseGpt } from './gpt';
import { inspectGptBackup } from './gpt-backup';
import { headUse } from './head-use';
import { layoutFaults } from './layout-faults';
import { type MbrEntry, parseBootRecord, protectiveType } from './mbr';
import { gatherContents, type PartitionRow } from './partition-contents';
import { partitionRoleOf } from './partition-role';

/** `partitions`, `partitionTable`, ... of the facts. */
type PartitionFacts = Pick<
  ImageFacts,
  | 'partitionTable'
  | 'partitionTableFaults'
  | 'gptBackupFaults'
  | 'partitions'
  | 'hasBootCode'
  | 'strayHeadSectors'
  | 'firstStrayHeadSector'
>;

export const headBytes = 2048 * sectorBytes;
const mostLogical = 60;

/** The end of the file, and the sector of the disk that it begins with. */
export type DiskTail = { readonly tail: Buffer; readonly firstSector: number };

/**
 * Gathers the partition tables of a disk while its bytes pass: MBR and GPT from the first MiB, the chain of extended
 * boot records wherever it leads, and the backup of a GPT from the end.
 */
export function gatherPartitions(
  captures: Captures,
  head: Buffer,
): (diskSectors: number, end: DiskTail) => PartitionFacts {
  const partitions: PartitionRow[] = [];
  const faults: string[] = [];
  const contents = gatherContents(captures, head);
  const add = (...found: readonly PartitionRow[]): void => {
    partitions.push(...found);
    found.forEach(contents.want);
  };
  const rows = parseBootRecord(head);
  const isProtected = rows?.some((row) => row?.type === protectiveType) ?? false;
  // Whoever lost the first sector alone has a GPT all the same.
  const isBare = !rows?.some((row) => row !== undefined) && hasGptHeader(head);
  const gpt = isProtected || isBare ? parseGpt(head) : undefined;

  if (gpt) {
    add(...gpt.partitions);
  } else {
    rows?.forEach((row, index) => {
      if (!row) return;
      const partition = partitionOf(row, index + 1, 0);
      add(partition);
      if (partition.role === 'extended') followChain(captures, row.first, { add, faults });
    });
  }

  return (diskSectors, end) => {
    const backup = gpt && inspectGptBackup(end, diskSectors, gpt.header);
    const own = gpt ? faultsOf(gpt, backup?.standing) : faults;
    const bare = isBare ? ['a GPT without its protective MBR'] : [];
    return {
      partitionTable: gpt ? 'gpt' : rows ? 'mbr' : 'none',
      partitionTableFaults: [...bare, ...own, ...layoutFaults(partitions, diskSectors)].slice(0, 10),
      gptBackupFaults: [...(backup?.faults ?? [])],
      partitions: partitions.map((row) => ({ ...row, holds: contents.of(row) })),
      ...headUse(head, gpt?.endSector ?? 1, partitions),
    };
  };
}

/** Whoever has to mend the first one wants to know what the other is good for. */
function faultsOf({ faults, excess }: Gpt, standing: string | undefined): readonly string[] {
  const last = faults.at(-1);
  if (standing === undefined || last === undefined) return [...faults, ...excess];
  return [...faults.slice(0, -1), `${last}; ${standing}`, ...excess];
}

type Found = { readonly add: (row: PartitionRow) => void; readonly faults: string[] };

/** Each record holds one partition, counted from the record, and the next record, counted from the first. */
function followChain(captures: Captures, base: number, { add, faults }: Found): void {
  const visit = (sector: number, number: number): void => {
    if (number - 5 >= mostLogical) {
      faults.push(`more than ${mostLogical} logical partitions`);
      return;
    }
    captures.want(sector * sectorBytes, sectorBytes, (bytes) => {
      const rows = bytes && parseBootRecord(bytes);
      if (!rows) {
        faults.push(`the extended boot record at sector ${sector} is missing, damaged or out of order`);
        return;
      }
      const [logical, next] = rows;
      if (logical) add(partitionOf(logical, number, sector));
      if (next) visit(base + next.first, number + 1);
    });
  };
  visit(base, 5);
}

function partitionOf({ type, first, sectors }: MbrEntry, number: number, base: number): PartitionRow {
  return { number, type, role: partitionRoleOf(type), firstSector: base + first, sectors };
}
