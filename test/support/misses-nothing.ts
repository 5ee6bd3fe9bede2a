/** Whether one of our processes says at this address that it is ready, and does without nothing. */
export async function missesNothing(url: string | undefined): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`).catch(() => undefined);
  if (answer?.ok !== true) return false;
  const { degraded } = (await answer.json()) as { readonly degraded: readonly string[] };
  return degraded.length === 0;
}
