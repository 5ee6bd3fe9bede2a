import type { FC } from 'hono/jsx';
import { itemsOfStep } from '../../../domain/publication/step-items';
import type { PublicationStatus, StepState } from '../../../domain/publication/status';
import { estimateText, stepName, stepStatusLabel } from '../../../domain/text/labels';
import { messageText } from '../../../domain/text/publication';
import { durationText, timeText } from '../../../domain/text/quantity';
import type { Words } from '../../words/words';
import { FindingList } from './finding-list';
import { StepItem } from './step-item';
import type { PublicationView } from './view';

type StepCardProps = { readonly step: StepState; readonly view: PublicationView; readonly words: Words };

/** One box of the flow chart. Its state is told by words first; the colour only repeats it. */
export const StepCard: FC<StepCardProps> = ({ step, view, words }) => {
  const items = step.status === 'inProgress' ? itemsOfStep(view.status, step.id, view.progress) : [];
  const hidden = step.messageCount - step.messages.length;
  return (
    <li class={`step ${step.status}`} id={`step-${step.id}`}>
      <div class="head">
        <h3>{stepName(step.id, words.language)}</h3>
        <span class="badge">{stepStatusLabel(step.status, words.language)}</span>
      </div>
      <p class="quiet">{timesOf(step, view, words)}</p>
      {isOverdue(step, view) && <p class="warning">{words.say('overdue')}</p>}
      {items.length > 0 && (
        <ul class="items">
          {items.map((item) => (
            <StepItem item={item} words={words} />
          ))}
        </ul>
      )}
      {step.findings.length > 0 && <FindingList findings={step.findings} words={words} />}
      {hidden > 0 && <p class="quiet">{words.say('moreMessages', { count: hidden })}</p>}
      {step.messages.length > 0 && (
        <ul class="messages">
          {step.messages.map(({ at, level, message }) => (
            <li class={level}>
              {messageText(message, words.language)}{' '}
              <time class="when" datetime={at}>
                {timeText(at, words.language)}
              </time>
            </li>
          ))}
        </ul>
      )}
      {linksOf(step, words)}
    </li>
  );
};

function timesOf({ id, startedAt, endedAt }: StepState, view: PublicationView, words: Words): string {
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

function isOverdue({ id, status, startedAt }: StepState, view: PublicationView): boolean {
  const hours = plannedOf(view.status, id)?.estimateHours ?? 0;
  if (status !== 'inProgress' || startedAt === undefined || hours === 0) return false;
  return view.now.getTime() - Date.parse(startedAt) > hours * 3_600_000;
}

const plannedOf = ({ pipeline }: PublicationStatus, id: string) =>
  pipeline?.steps.find((step) => step.id === id);

function linksOf({ id }: StepState, words: Words) {
  if (id === 'displaycertify')
    return (
      <p>
        <a href="/docs/rules">{words.say('rulesLink')}</a>
      </p>
    );
  return id === 'displaypackage' ? (
    <p>
      <a href="/docs/leads">{words.say('leadsLink')}</a>
    </p>
  ) : null;
}
