import type { PublicationStatus, StepState } from '../../../domain/publication/status';
import { estimateText } from '../../../domain/text/labels';
import { durationText, timeText } from '../../../domain/text/quantity';
import type { Words } from '../../words/words';
import type { PublicationView } from './view';

/** Since when a step works or how long it took, beside its estimate. */
export function timesOf({ id, startedAt, endedAt }: StepState, view: PublicationView, words: Words): string {
  const { language, say } = words;
  const planned = plannedOf(view.status, id);
  const estimate = planned === undefined ? '' : estimateText(planned, language);
  const estimated = estimate === '' ? [] : [say('estimate', { estimate })];
  if (startedAt === undefined) return estimated.join(' · ');
  const duration = durationText(
    Date.parse(endedAt ?? view.now.toISOString()) - Date.parse(startedAt),
    language,
  );
  const time = timeText(startedAt, language);
  const since = isOver(view, endedAt) ? time : say('since', { time });
  const passed = say(isOver(view, endedAt) ? 'took' : 'elapsed', { duration });
  return [
    since,
    ...(endedAt === undefined && view.status.endedAt !== null ? [] : [passed]),
    ...estimated,
  ].join(' · ');
}

const isOver = (view: PublicationView, endedAt: string | undefined): boolean =>
  endedAt !== undefined || view.status.endedAt !== null;

const plannedOf = ({ pipeline }: PublicationStatus, id: string) =>
  pipeline?.steps.find((step) => step.id === id);
