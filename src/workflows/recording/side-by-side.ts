import { CancellationScope, condition, workflowInfo } from '@temporalio/workflow';
import type { PublicationEvent } from '../../domain/publication/events';
import type { ProgressInput } from '../../activities/contract';
import { localAttempts } from '../activity-proxies';
import type { Recorder } from './recorder';
import { recordRegularly } from './regular-record';
import { turnIsOver } from './turn';

/**
 * First a local activity with a short budget, then the same as a regular one for as long as it takes; meanwhile
 * the next events gather, so that a database outage neither grows the history nor holds workflow tasks.
 *
 * A local activity that arrives starts nothing: a query that is answered at the same moment makes the worker hear
 * of it one task later than the history tells, together with what that task brings, and whatever it started would
 * stand elsewhere at the next replay. So a batch does not wait for the one before. It repeats what is not known
 * to have arrived, and the log takes of it what it has not got.
 */
export class RecorderSideBySide implements Recorder {
  private readonly publicationId: string;
  /** What has happened is told, whatever is canceled. One scope for all, because each costs every run promises. */
  private readonly scope = new CancellationScope({ cancellable: false });
  /** Not known to be in the log; the first one's number in the story is `firstSequence`. */
  private unwritten: PublicationEvent[] = [];
  private firstSequence = 1;
  /** How many of the story are on their way or there. */
  private sent = 0;
  private due = false;
  private onTheWay = 0;
  private catchingUp = false;

  constructor(publicationId: string) {
    this.publicationId = publicationId;
  }

  add(event: PublicationEvent): void {
    this.unwritten.push(event);
  }

  flush(): void {
    if (this.due || this.catchingUp || this.sent === this.told) return;
    this.due = true;
    void this.scope.run(async () => {
      await Promise.resolve();
      this.due = false;
      // Since it was due a record may have failed; what catches up now sends the rest afterwards.
      if (!this.catchingUp) await this.send();
    });
  }

  flushAfterTurn(): void {
    void this.scope.run(() => turnIsOver().then(() => this.flush()));
  }

  get isBehind(): boolean {
    return this.unwritten.length > 0;
  }

  async settled(): Promise<void> {
    this.flush();
    await condition(() => !this.due && !this.catchingUp && this.onTheWay === 0);
  }

  /** How many events the story has. */
  private get told(): number {
    return this.firstSequence - 1 + this.unwritten.length;
  }

  private async send(): Promise<void> {
    const progress = this.take();
    this.onTheWay += 1;
    try {
      await localAttempts.recordProgress(progress);
      this.arrived(progress);
    } catch {
      // Why stands in its marker. What keeps it away is told again by the regular activity, for as long as it lasts.
      await this.catchUp();
    } finally {
      this.onTheWay -= 1;
    }
  }

  private async catchUp(): Promise<void> {
    if (this.catchingUp || !this.isBehind) return;
    this.catchingUp = true;
    const progress = this.take();
    await recordRegularly(progress);
    this.arrived(progress);
    this.catchingUp = false;
    this.flush();
  }

  private take(): ProgressInput {
    const { runId, firstExecutionRunId: firstRunId } = workflowInfo();
    this.sent = this.told;
    return {
      publicationId: this.publicationId,
      runId,
      firstRunId,
      firstSequence: this.firstSequence,
      events: [...this.unwritten],
    };
  }

  private arrived({ firstSequence, events }: ProgressInput): void {
    const next = Math.max(firstSequence + events.length, this.firstSequence);
    this.unwritten = this.unwritten.slice(next - this.firstSequence);
    this.firstSequence = next;
  }
}
