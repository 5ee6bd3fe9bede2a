import { ActivityFailure, CancellationScope, isCancellation } from '@temporalio/workflow';
import type { StageName } from '../domain/publication/pipeline';
import { close, type PublicationResult } from './closing';
import { type PublicationInput, readInput } from './input';
import { openInbox } from './inbox';
import { refuseStart } from './refused-start';
import { PublicationRun } from './run';
import { awaitAddress } from './steps/await-address';
import { certify } from './steps/certify';
import { goLive } from './steps/go-live';
import { openPreview } from './steps/open-preview';
import { openPublication } from './steps/open-publication';
import { packageProduct } from './steps/package-product';
import { registerLead } from './steps/register-lead';
import { replicate } from './steps/replicate';
import { review } from './steps/review';
import { signOff } from './steps/sign-off';
import type { Stage, StoryEnd } from './steps/stage';
import { failStep } from './steps/fail-step';
import { validate } from './steps/validate';

/** One attempt to bring one offer version live. Completes with its outcome; a blocked step is an answer, not a crash. */
export async function publication(raw: unknown): Promise<PublicationResult> {
  const read = readInput(raw);
  if (read.kind === 'wrong') return refuseStart(raw, read.problem);
  const run = new PublicationRun(read.input);
  openInbox(run);
  const end = await run.scope
    .run(() => story(run, read.input))
    .catch((failure: unknown) => broken(run, failure));
  return CancellationScope.nonCancellable(() => close(run, end));
}

/** The work behind every stage of a pipeline; the pipeline's table says which step holds which, in which order. */
const stages: Readonly<Record<StageName, Stage>> = {
  validate, // all mandatory fields, every problem at once
  awaitAddress, // who gets the mails
  certify, // the publisher's bytes become ours, and are judged
  replicate, // certified bytes to every region
  packageProduct, // what will be the product page, signed
  registerLead, // a test lead proves the way into the publisher's CRM
  openPreview, // for allow-listed subscriptions only
  signOff, // the publisher looks, then goes live or cancels
  review, // the marketplace's reviewers decide about what would go live
  goLive, // production becomes exactly what the preview shows
};

async function story(run: PublicationRun, input: PublicationInput): Promise<StoryEnd> {
  const refusal = await openPublication(run, input);
  if (refusal !== undefined) return refusal;
  for (const step of run.status.pipeline?.steps ?? []) {
    // A cancel and what ended the wait can come in one turn; the cancel was accepted, so it counts.
    if (run.status.cancellation === 'cancelRequested' || run.isCanceled) return { outcome: 'canceled' };
    run.step(step.id, 'inProgress');
    run.record();
    for (const stage of step.stages) {
      const end = await stages[stage](run, step);
      if (end !== undefined) return end;
    }
    run.step(step.id, 'complete');
  }
  return { outcome: 'live' };
}

/** A bug in this code is rethrown: the task is tried again until a mended worker is deployed, and nothing is lost. */
function broken(run: PublicationRun, failure: unknown): StoryEnd {
  if (isCancellation(failure)) return { outcome: 'canceled' };
  if (!(failure instanceof ActivityFailure)) throw failure;
  // Its last attempt failed after the cancellation, so it was not tried again.
  return run.isCanceled ? { outcome: 'canceled' } : failStep(run, failure);
}
