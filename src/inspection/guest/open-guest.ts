import type { LinuxGuest } from '../../domain/certification/guest-facts-schema';
import { type OpenExtFiles, openExtFiles } from './ext-files';
import type { ExtSuperblock } from './ext-superblock';
import { readFstab } from './fstab';
import type { GuestFiles } from './guest-files';
import { GuestUnreadable } from './guest-unreadable';
import { mountedFiles } from './mounted-files';
import type { PartitionInside } from './partitions-inside';

type OpenGuest = {
  readonly files: GuestFiles;
  readonly place: Pick<LinuxGuest, 'fileSystem' | 'partition' | 'rootPartitions' | 'unreadPartitions'>;
  readonly close: () => Promise<void>;
};

/** A thread each; more are not opened. */
const mostFileSystems = 8;

/** Opens every readable partition and puts them together as the root's fstab says. Throws `GuestUnreadable`. */
export async function openGuest(
  partitions: readonly PartitionInside[],
  signal: AbortSignal,
): Promise<OpenGuest> {
  const readable = partitions.filter(isReadable).slice(0, mostFileSystems);
  const opened = readable.map((partition) => ({
    ...partition,
    files: openExtFiles(partition.reader, signal),
  }));
  const close = async (): Promise<void> => {
    await Promise.all(opened.map(({ files }) => files.close()));
  };
  try {
    const roots = await rootsAmong(opened);
    const root = roots[0];
    if (!root) throw whyThereIsNoRoot(partitions);
    const mounts = await mountsOf(root, opened);
    // More roots than one are told by a rule of their own.
    const read = [...roots, ...mounts].map(({ number }) => number);
    const unread = partitions.filter(({ number }) => !read.includes(number));
    return {
      files: mountedFiles(root.files, mounts),
      place: {
        fileSystem: root.ext.fileSystem,
        partition: root.number,
        rootPartitions: roots.length,
        unreadPartitions: unread
          .filter(mayHideFiles)
          .map((partition) => ({ number: partition.number, fileSystem: nameOf(partition) })),
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

type Readable = PartitionInside & { readonly ext: ExtSuperblock };
type Opened = Readable & { readonly files: OpenExtFiles };

/** A journal that waits to be replayed would change what was read, so it counts as unread. */
function isReadable(partition: PartitionInside): partition is Readable {
  return partition.ext !== undefined && partition.fault === undefined && !partition.ext.isUnclean;
}

/** What firmware and boot loaders read is no part of the tree, and neither is what nobody formatted. */
function mayHideFiles({ role, kind }: PartitionInside): boolean {
  if (kind === 'swap' || (kind === 'FAT' && role === 'boot')) return false;
  return kind !== 'unknown' || role === 'linux';
}

function nameOf({ kind, ext, fault }: PartitionInside): string {
  if (fault !== undefined) return `${kind}, ${fault}`;
  if (ext === undefined) return kind;
  return `${ext.fileSystem}, ${ext.isUnclean ? 'not shut down cleanly' : 'not mounted by UUID or LABEL in fstab'}`;
}

async function rootsAmong(opened: readonly Opened[]): Promise<readonly Opened[]> {
  const roots: Opened[] = [];
  for (const partition of opened) {
    const etc = await partition.files.list('/etc');
    if (['passwd', 'os-release', 'fstab'].some((name) => etc.includes(name))) roots.push(partition);
  }
  return roots;
}

type Mount = { readonly number: number; readonly at: string; readonly files: GuestFiles };

/** What fstab puts somewhere by a name that the file system itself bears; nobody looks into anything else. */
async function mountsOf(root: Opened, opened: readonly Opened[]): Promise<readonly Mount[]> {
  const rows = await readFstab(root.files);
  return opened.flatMap(({ number, ext, files }) => {
    const row = rows.find(({ source }) => isNamed(source, ext));
    const at = row?.mountPoint.replace(/\/+$/, '') ?? '';
    return number === root.number || !at.startsWith('/') ? [] : [{ number, at, files }];
  });
}

function isNamed(source: string, { uuid, label }: ExtSuperblock): boolean {
  return source.toLowerCase() === `uuid=${uuid}` || (label !== '' && source === `LABEL=${label}`);
}

/** Of everything met, what most likely holds the root. */
function whyThereIsNoRoot(partitions: readonly PartitionInside[]): GuestUnreadable {
  const damaged = partitions.find(({ fault }) => fault !== undefined);
  if (damaged?.fault) return new GuestUnreadable('damaged', `partition ${damaged.number}: ${damaged.fault}`);
  const unclean = partitions.find(({ ext }) => ext?.isUnclean === true);
  if (unclean) return new GuestUnreadable('unclean', `partition ${unclean.number}`);
  const other = partitions.find(({ kind, role }) => role !== 'boot' && kind !== 'ext' && kind !== 'unknown');
  if (other) return new GuestUnreadable('fileSystem', `${other.kind} (partition ${other.number})`);
  const looked =
    partitions.length === 0 ? 'no partition was seen' : `partitions looked at: ${partitions.length}`;
  return new GuestUnreadable('noRoot', looked);
}
