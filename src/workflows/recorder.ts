import { CancellationScope, condition, patched, workflowInfo } from '@temporalio/workflow';
import type { PublicationEvent } from '../domain/publication/events';
import { certain, quickly } from './activity-proxies';

/**
 * Brings events to the catalogue's log, in order and beside the story. While one batch is on its way the next
 * ones gather, so that a database outage neither grows the history nor holds workflow tasks: first a local
 * activity with a short budget, then the same as a regular one for as long as it takes.
 */
export class Recorder {
  private readonly publicationId: string;
  /** What has happened is told, whatever is canceled. One scope for all, because each costs every run promises. */
  private readonly scope = new CancellationScope({ cancellable: false });
  private pending: PublicationEvent[] = [];
  private sequence = 1;
  private busy = false;

  constructor(publicationId: string) {
    this.publicationId = publicationId;
  }

  add(event: PublicationEvent): void {
    this.pending.push(event);
  }

  /** Starts writing what has gathered; returns at once. What follows without a wait is part of the same record. */
  flush(): void {
    if (this.busy || this.pending.length === 0) return;
    this.busy = true;
    void this.scope.run(async () => {
      if (patched('one-record-a-turn')) await Promise.resolve();
      while (this.pending.length > 0) await this.write();
      this.busy = false;
    });
  }

  /** The same, once the story has gone on with what a message has just changed. */
  flushAfterTurn(): void {
    if (patched('one-record-a-turn')) void this.scope.run(() => turnIsOver().then(() => this.flush()));
    else this.flush();
  }

  get isBehind(): boolean {
    return this.busy || this.pending.length > 0;
  }

  /** Resolves when everything added so far is in the log. */
  async settled(): Promise<void> {
    this.flush();
    await condition(() => !this.busy);
  }

  private async write(): Promise<void> {
    const events = this.pending;
    this.pending = [];
    const { runId, firstExecutionRunId: firstRunId } = workflowInfo();
    const progress = {
      publicationId: this.publicationId,
      runId,
      firstRunId,
      firstSequence: this.sequence,
      events,
    };
    this.sequence += events.length;
    try {
      await quickly.recordProgress(progress);
    } catch {
      await certain.recordProgress.executeWithOptions({ ...recordOptions, summary: summaryOf(events) }, [
        progress,
      ]);
    }
  }
}

/** Conditions are looked at when nothing else is left to do, and again after those that held have had their turn. */
async function turnIsOver(): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    let looks = 0;
    // The first look is at once.
    await condition(() => looks++ > 0);
  }
}

const recordOptions = {
  startToCloseTimeout: 10_000,
  retry: { initialInterval: 1000, maximumInterval: 4000 },
};

function summaryOf(events: readonly PublicationEvent[]): string {
  return `Write ${events.length} event(s) to the catalogue`;
}
