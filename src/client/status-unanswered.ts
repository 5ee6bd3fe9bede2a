import type { WhyPending } from './why-pending';

/** There is a run, and it did not tell its status. Nothing was changed by asking. `cause` is what the server said. */
export class StatusUnansweredError extends Error {
  /** `noAnswer` may pass by itself; `runFails` does not. */
  readonly why: WhyPending;

  constructor(workflowId: string, why: WhyPending, error: unknown) {
    // As gRPC threw it: the SDK wraps it in words that tell nothing.
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    super(`${workflowId} did not tell its status: ${reasons[why]}`, { cause });
    this.name = 'StatusUnansweredError';
    this.why = why;
  }
}

const reasons: Readonly<Record<WhyPending, string>> = {
  noAnswer:
    'no worker answered in time. Ask again, and see that a worker of role control runs; ' +
    "the API's status needs none.",
  runFails:
    'its workflow task fails in every worker. An operator has to look (docs/OPERATIONS.md, "A wedged run").',
};
