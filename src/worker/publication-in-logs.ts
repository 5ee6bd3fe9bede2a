import type { ActivityInterceptorsFactory } from '@temporalio/worker';

/** Every log line of an activity, the SDK's own too, says which publication it is about. */
export const publicationInLogs: ActivityInterceptorsFactory = () => {
  let about: { readonly publicationId?: string } = {};
  return {
    inbound: {
      execute: (input, next) => {
        about = publicationOf(input.args[0]);
        return next(input);
      },
    },
    outbound: { getLogAttributes: (attributes, next) => next({ ...attributes, ...about }) },
  };
};

function publicationOf(input: unknown): { readonly publicationId?: string } {
  const { publicationId } = (input ?? {}) as { readonly publicationId?: unknown };
  return typeof publicationId === 'string' ? { publicationId } : {};
}
