import { activityInfo } from '@temporalio/activity';
import type { WorkflowHandle } from '@temporalio/client';

export type Announcements = {
  /** Activity: this run is about to wait. */
  readonly announce: () => Promise<void>;
  /** The same, heard from another process. */
  readonly isWaiting: (workflowId: string) => void;
  /** Begins a run and resolves when it has announced itself. */
  readonly parked: (begin: () => Promise<WorkflowHandle>) => Promise<WorkflowHandle>;
};

/** Tells when runs wait, without asking them: a query or a describe would change what is measured. */
export function openAnnouncements(): Announcements {
  const early = new Set<string>();
  const waiting = new Map<string, () => void>();
  const isWaiting = (workflowId: string): void => {
    const tell = waiting.get(workflowId);
    if (tell === undefined) early.add(workflowId);
    else tell();
    waiting.delete(workflowId);
  };
  return {
    isWaiting,
    announce() {
      isWaiting(activityInfo().workflowExecution?.workflowId ?? '');
      return Promise.resolve();
    },
    async parked(begin) {
      const handle = await begin();
      if (!early.delete(handle.workflowId)) {
        await new Promise<void>((resolve) => waiting.set(handle.workflowId, resolve));
      }
      return handle;
    },
  };
}
