import {
  type GuestFacts,
  guestFactsSchema,
  type LinuxGuest,
} from '../../domain/certification/guest-facts-schema';
import type { Partition } from '../../domain/certification/image-facts-schema';
import { gibibyte } from '../../domain/certification/sizes';
import { GuestUnreadable } from './guest-unreadable';
import { gatherLinux } from './linux/gather-linux';
import { meterReader, type MeteredReader, type ReadingLimits } from './metered-reader';
import { openGuest } from './open-guest';
import { startOwnTime } from './own-time';
import { lookInside } from './partitions-inside';
import type { RangeReader } from './range-reader';

export type GuestLimits = ReadingLimits & {
  /** Without the time that the disk took to answer. */
  readonly ms: number;
};

/** Of a 1 GiB image, the least for Linux, less than 1 %; a larger disk has more to look through, up to four times. */
export function guestLimits(diskBytes: number): GuestLimits {
  const times = Math.min(Math.max(Math.floor(diskBytes / gibibyte), 1), 4);
  return { reads: 2_000 * times, bytes: 10_000_000 * times, asks: 100_000 * times, ms: 60_000 };
}

type Inspection = {
  readonly disk: RangeReader;
  /** Of the image's facts. */
  readonly partitions: readonly Partition[];
  readonly signal?: AbortSignal;
  readonly limits?: GuestLimits;
};

/**
 * What is inside an image of Linux, by range reads only. Whatever the bytes are, it ends within the limits: what cannot
 * be read is an answer too. Throws what the disk's source throws, and when `signal` fires.
 */
export async function inspectGuest(inspection: Inspection): Promise<GuestFacts> {
  const { disk, partitions, signal: canceled, limits = guestLimits(inspection.disk.bytes) } = inspection;
  const time = startOwnTime(limits.ms);
  const signal = canceled ? AbortSignal.any([canceled, time.signal]) : time.signal;
  const patient: RangeReader = { ...disk, read: (...what) => time.without(disk.read(...what)) };
  const metered = { bytes: disk.bytes, ...meterReader(patient, limits, signal) };
  try {
    const system = await systemOn(metered, partitions, signal).catch((error: unknown) => {
      canceled?.throwIfAborted();
      return unreadable(time.signal.aborted ? new GuestUnreadable('tooSlow', `${limits.ms} ms`) : error);
    });
    // A search that was cut short says what it knows, also where everything was canceled.
    canceled?.throwIfAborted();
    return guestFactsSchema.parse({ revision: 7, system, spent: metered.spent() });
  } finally {
    time.end();
  }
}

async function systemOn(
  disk: MeteredReader & { readonly bytes: number },
  partitions: readonly Partition[],
  signal: AbortSignal,
): Promise<LinuxGuest> {
  const guest = await openGuest(await lookInside(disk, partitions), signal);
  try {
    return { kind: 'linux', ...guest.place, ...(await gatherLinux(guest.files)) };
  } finally {
    await guest.close();
  }
}

function unreadable(error: unknown): GuestFacts['system'] {
  if (!(error instanceof GuestUnreadable)) throw error;
  return { kind: 'unreadable', reason: error.reason, detail: error.detail };
}
