import { CancellationScope } from '@temporalio/workflow';

/** Work that holds up no step. It goes on whatever is canceled meanwhile, and the run waits for it at its end. */
export class Beside {
  private readonly open = new Set<Promise<void>>();
  private readonly scope = new CancellationScope({ cancellable: false });

  start(work: () => Promise<void>): void {
    const working = this.scope.run(work);
    this.open.add(working);
    void working.finally(() => this.open.delete(working));
  }

  get isBusy(): boolean {
    return this.open.size > 0;
  }

  async settled(): Promise<void> {
    while (this.open.size > 0) await Promise.all(this.open);
  }
}
