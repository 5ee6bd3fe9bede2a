import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as worker from '../../src/worker/workflow-bundle';

export type PrebuiltBundle =
  { readonly kind: 'built'; readonly path: string } | { readonly kind: 'failed'; readonly reason: string };

/** The worker's own bundle, made once per state of the sources. A failure fails the tests that need it, not the others. */
export async function prebuiltWorkflowBundle(): Promise<PrebuiltBundle> {
  const folder = join(tmpdir(), `offer-publication-bundles-${process.getuid?.() ?? 0}`);
  try {
    return { kind: 'built', path: await worker.prebuiltWorkflowBundle(folder) };
  } catch (error) {
    return { kind: 'failed', reason: String(error) };
  }
}
