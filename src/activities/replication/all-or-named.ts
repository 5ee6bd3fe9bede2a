import { errorText } from '../../domain/text/error-text';

type Works = readonly (() => Promise<void>)[];

/**
 * Does every piece of work, also after one has failed; then throws one error with all that went wrong. Its texts are
 * those of the stores, which name their account.
 */
export async function allOrNamed(what: string, works: Works): Promise<void> {
  const failures: unknown[] = [];
  for (const work of works) await work().catch((error: unknown) => failures.push(error));
  throwNamed(what, failures);
}

/** The same, all at once: for what waits for systems that have nothing to do with each other. */
export async function allAtOnceOrNamed(what: string, works: Works): Promise<void> {
  const failures: unknown[] = [];
  await Promise.all(works.map((work) => work().catch((error: unknown) => failures.push(error))));
  throwNamed(what, failures);
}

function throwNamed(what: string, failures: readonly unknown[]): void {
  const problems = [...new Set(failures.map((failure) => errorText(failure)))];
  if (problems.length > 0) throw new Error(`${what}: ${problems.slice(0, 10).join(' ')}`);
}
