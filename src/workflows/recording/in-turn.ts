import { CancellationScope, condition, patched, workflowInfo } from '@temporalio/workflow';
import type { PublicationEvent } from '../../domain/publication/events';
import { localAttempts } from '../activity-proxies';
import type { Recorder } from './recorder';
import { recordRegularly } from './regular-record';
import { turnIsOver } from './turn';

/**
 * How runs that began before `batches-side-by-side` record: a batch waits until the one before has arrived. They
 * do so to their end, because their histories say so.
 */
export class RecorderInTurn implements Recorder {
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

  flush(): void {
    if (this.busy || this.pending.length === 0) return;
    this.busy = true;
    void this.scope.run(async () => {
      if (patched('one-record-a-turn')) await Promise.resolve();
      while (this.pending.length > 0) await this.write();
      this.busy = false;
    });
  }

  flushAfterTurn(): void {
    if (patched('one-record-a-turn')) void this.scope.run(() => turnIsOver().then(() => this.flush()));
    else this.flush();
  }

  get isBehind(): boolean {
    return this.busy || this.pending.length > 0;
  }

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
      await localAttempts.recordProgress(progress);
    } catch {
      await recordRegularly(progress);
    }
  }
}
