import { heartbeat, log } from '@temporalio/activity';
import { type CopyMeter, etaSeconds, measure, startMeter } from '../../domain/replication/copy-meter';
import type { Message } from '../../domain/text/language';
import type { ItemProgress, PublicationLog } from '../../services/ports';

const tellEveryMs = 1_000;

type Phase = 'copying' | 'verifying';

/** What the operator reads in a running activity's heartbeat; bytes of the disk at hand. */
export type CopyHeartbeat = {
  readonly phase: Phase;
  readonly bytes: number;
  readonly total: number;
  /** Bytes per second. */
  readonly rate: number;
  readonly etaSeconds?: number;
};

export type CopyReport = {
  /** The next phase of the next disk; `doneBytes` of it were done before and are no speed. */
  begin: (phase: Phase, doneBytes: number, totalBytes: number) => void;
  advance: (bytes: number) => void;
  /** The last word: tells how it ended, and falls silent. */
  end: (state: ItemProgress['state'], message?: Message) => Promise<void>;
};

/**
 * Tells Temporal (heartbeat) and the publication's page every second how a region is doing, also while nothing moves:
 * a worker that waits for a slow region is not dead. A page that cannot be told never stops a copy. The page shows
 * what has arrived of all disks; only the operator follows how it is read once more to be verified.
 */
export function reportCopy(reporting: {
  readonly publications: Pick<PublicationLog, 'reportProgress'>;
  readonly publicationId: string;
  readonly item: string;
  readonly totalBytes: number;
}): CopyReport {
  const { publications, publicationId, item, totalBytes } = reporting;
  let phase: Phase = 'copying';
  let phaseBytes = 0;
  let arrivedBytes = 0;
  let meter = startMeter(totalBytes, 0, performance.now());
  let telling: Promise<void> | undefined;

  const arrived = (bytes: number): void => {
    phaseBytes += bytes;
    if (phase === 'copying') arrivedBytes += bytes;
  };
  const tell = async (state: ItemProgress['state'], message?: Message): Promise<void> => {
    meter = measure(meter, phaseBytes, performance.now());
    heartbeat(toHeartbeat(phase, meter));
    const bytesPerSecond = state === 'running' && phase === 'copying' ? Math.round(meter.bytesPerSecond) : 0;
    const progress = { item, doneBytes: arrivedBytes, totalBytes, bytesPerSecond, state };
    try {
      await publications.reportProgress(publicationId, { ...progress, ...(message && { message }) });
    } catch (error) {
      log.warn('The progress of a copy could not be shown.', { item, error });
    }
  };
  const tellNow = (): void => {
    telling ??= tell('running').finally(() => (telling = undefined));
  };
  const timer = setInterval(tellNow, tellEveryMs);

  return {
    begin(next, doneBytes, phaseTotal) {
      phase = next;
      phaseBytes = 0;
      arrived(doneBytes);
      meter = startMeter(phaseTotal, doneBytes, performance.now());
      tellNow();
    },
    advance: arrived,
    async end(state, message) {
      clearInterval(timer);
      await telling;
      await tell(state, message);
    },
  };
}

function toHeartbeat(phase: Phase, meter: CopyMeter): CopyHeartbeat {
  const eta = etaSeconds(meter);
  return {
    phase,
    bytes: meter.doneBytes,
    total: meter.totalBytes,
    rate: Math.round(meter.bytesPerSecond),
    ...(eta !== undefined && { etaSeconds: eta }),
  };
}
