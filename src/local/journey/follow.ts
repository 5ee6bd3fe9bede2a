import type { StepState } from '../../domain/publication/status';
import { stepName } from '../../domain/text/labels';
import { messageText } from '../../domain/text/publication/publication';
import type { PublicationAnswer } from './offer-api';
import { progressLines } from './progress-lines';
import { type Followed, untilKnown } from './until-known';
import type { Report, View } from './view';

/** What the steps come to: a person is needed, or the publication has ended. */
export type Stop = { readonly kind: 'signOff' | 'ended'; readonly publication: PublicationAnswer };

export type Following = Followed & { readonly view: View };

/** Shows step after step, from the first not in `shown` (which it fills), until sign-off or the end. */
export async function followSteps(following: Following, shown: Set<string>): Promise<Stop> {
  for (;;) {
    // All steps are known only once the offer's version is frozen, so they are looked at anew each time.
    const nextOf = ({ status }: PublicationAnswer): StepState | undefined =>
      status.steps.find(({ id }) => !shown.has(id));
    const publication = await untilKnown(following, (answer) => hasBegun(nextOf(answer)));
    const next = nextOf(publication);
    if (next === undefined || !hasBegun(next)) return { kind: 'ended', publication };
    if (next.status === 'waitingForPublisherReview') return { kind: 'signOff', publication };
    shown.add(next.id);
    try {
      await following.view.step(stepName(next.id, 'en'), (report) =>
        untilStepEnds(following, next.id, report),
      );
    } catch (error) {
      if (!(error instanceof StepStopped)) throw error;
      return { kind: 'ended', publication: error.publication };
    }
  }
}

const hasBegun = (step: StepState | undefined): boolean => step !== undefined && step.status !== 'notStarted';

async function untilStepEnds(
  following: Following,
  stepId: string,
  report: Report,
): Promise<PublicationAnswer> {
  const publication = await untilKnown(following, (answer) => {
    report(...progressLines(answer, stepId));
    const status = stepOf(answer, stepId)?.status;
    return status !== undefined && status !== 'inProgress' && status !== 'waitingForApproval';
  });
  const step = stepOf(publication, stepId);
  if (step?.status === 'complete' || step?.status === 'waitingForPublisherReview') return publication;
  throw new StepStopped(publication, step);
}

/** Lets the view show a step as failed; for the publication it is a proper end. */
class StepStopped extends Error {
  readonly publication: PublicationAnswer;

  constructor(publication: PublicationAnswer, step: StepState | undefined) {
    const why = step?.messages.map(({ message }) => messageText(message, 'en')) ?? [];
    super([step?.status ?? 'not reached', ...why].join('\n  '));
    this.publication = publication;
  }
}

function stepOf({ status }: PublicationAnswer, stepId: string): StepState | undefined {
  return status.steps.find(({ id }) => id === stepId);
}
