/** With a pause of 400 ms longer than a restart of the API takes. */
const mostAttempts = 150;

/** Repeats a request while the API is away. Only for requests that change nothing when they come twice. */
export async function untilAnswered<T>(ask: () => Promise<T>, pause: () => Promise<void>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!mayPass(error) || attempt === mostAttempts) throw error;
    }
    await pause();
  }
}

/** No connection, or an API that says it is not ready: it comes back. A refusal of another kind does not pass. */
export function mayPass(error: unknown): boolean {
  const { status } = error as { readonly status?: number };
  return status === undefined || status >= 500;
}

export const shortPause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 400));
