import { errorText } from '../../domain/text/error-text';

/**
 * Does every piece of work, also after one has failed; then throws one error with all that went wrong. Its texts are
 * those of the stores, which name their account.
 */
export async function allOrNamed(what: string, works: readonly (() => Promise<void>)[]): Promise<void> {
  const problems = new Set<string>();
  for (const work of works) {
    try {
      await work();
    } catch (error) {
      problems.add(errorText(error));
    }
  }
  if (problems.size > 0) throw new Error(`${what}: ${[...problems].slice(0, 10).join(' ')}`);
}
