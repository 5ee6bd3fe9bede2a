import type { WorkflowInterceptors } from '@temporalio/workflow';

const reserved = '__temporal_';

/**
 * The SDK keeps a prefix for itself and fails the whole task over a signal that has it, again and again: one stranger's
 * signal would stop a run for good. Under another name it reaches the handler that records unknown ones.
 */
export const interceptors = (): WorkflowInterceptors => ({
  internals: [
    {
      activate(input, next) {
        for (const { signalWorkflow } of input.activation.jobs ?? []) {
          const name = signalWorkflow?.signalName;
          if (signalWorkflow && name?.startsWith(reserved)) signalWorkflow.signalName = `reserved: ${name}`;
        }
        next(input);
      },
    },
  ],
});
