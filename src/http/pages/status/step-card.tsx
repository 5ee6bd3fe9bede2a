import type { FC } from 'hono/jsx';
import { partsOfStep } from '../../../domain/certification/warnings-of-a-pass';
import { overdueStep } from '../../../domain/publication/overdue';
import type { StageName } from '../../../domain/publication/pipeline';
import type { StepState } from '../../../domain/publication/status';
import { itemsOfStep } from '../../../domain/publication/step-items';
import { certificationReport, exceptionText } from '../../../domain/text/exceptions';
import { stepName } from '../../../domain/text/labels';
import { overdueText } from '../../../domain/text/publication/overdue';
import { offerPage } from '../../offers/offer-key';
import type { Words } from '../../words/words';
import { Sign, StepBadge, toneOfStep } from '../badge';
import { Icon } from '../icon';
import { RulesNotRun } from '../rules-not-run';
import { Links, PreviewLinks, supportPage } from './facts';
import { FindingList } from './finding-list';
import { timesOf } from './step-times';
import { StepItem } from './step-item';
import { StepMessages } from './step-messages';
import type { PublicationView } from './view';

type StepCardProps = {
  readonly step: StepState;
  /** Its place on the chart, from 1. */
  readonly number: number;
  readonly view: PublicationView;
  readonly words: Words;
};

/** One box of the flow chart. Its state is told by words first; sign and colour only repeat it. */
export const StepCard: FC<StepCardProps> = (props) => {
  const { step, number, view, words } = props;
  const items = step.status === 'inProgress' ? itemsOfStep(view.status, step.id, view.progress) : [];
  const tone = toneOfStep[step.status];
  return (
    <li class={`step ${tone}`} id={`step-${step.id}`} aria-current={isOpen(step) ? 'step' : undefined}>
      <span class="station" aria-hidden="true">
        {tone === 'good' || tone === 'bad' ? <Sign tone={tone} /> : number}
      </span>
      <div class="head">
        <h3>{stepName(step.id, words.language, view.status.offerType)}</h3>
        <StepBadge status={step.status} words={words} />
      </div>
      <p class="times">{timesOf(step, view, words)}</p>
      {isOverdue(step, view) && (
        <p class="warning">
          <Icon name="warning" /> {overdueText(words.language)}
        </p>
      )}
      {items.length > 0 && (
        <ul class="items">
          {items.map((item) => (
            <StepItem item={item} words={words} />
          ))}
        </ul>
      )}
      {step.findings.length > 0 && <FindingList findings={step.findings} offer={view.offer} words={words} />}
      <StepMessages step={step} words={words} />
      <RulesNotRun
        id={`not-run-${step.id}`}
        judged={partsOfStep(step, view.status.pipeline, view.certifiedParts)}
        words={words}
      />
      <Certified {...props} />
      <Made {...props} />
      <WaysOn {...props} />
    </li>
  );
};

const isOpen = ({ startedAt, endedAt, status }: StepState): boolean =>
  startedAt !== undefined && endedAt === undefined && status !== 'notStarted' && status !== 'canceled';

/** Types differ by the stages in their steps, so that a card shows what belongs to the work and knows no step. */
const holds = ({ status }: PublicationView, { id }: StepState, stage: StageName): boolean =>
  status.pipeline?.steps.find((step) => step.id === id)?.stages.includes(stage) === true;

/** What certification rests on: what somebody let pass, and the report with all the rest. */
const Certified: FC<StepCardProps> = ({ step, view, words: { language } }) => {
  const { certification } = view;
  if (certification === null || !holds(view, step, 'certify')) return null;
  return (
    <>
      {certification.exceptions.map((exception) => (
        <p class="warning">
          <Icon name="warning" /> <code>{exception.ruleId}</code> {exceptionText(exception, language)}
        </p>
      ))}
      <p>
        <a href={certification.report} download>
          {certificationReport[language]}
        </a>
      </p>
    </>
  );
};

/** What a step has brought forth and can be looked at: the preview, the product page. */
const Made: FC<StepCardProps> = ({ step, view, words }) => {
  if (holds(view, step, 'openPreview') && view.previewLinks.length > 0) {
    return (
      <>
        <p>{words.say('previewCheck')}</p>
        <PreviewLinks publication={view} words={words} />
      </>
    );
  }
  return holds(view, step, 'goLive') && view.status.liveLinks.length > 0 ? (
    <Links links={view.status.liveLinks} />
  ) : null;
};

/** Documentation of the step, and support where somebody may be stuck. */
const WaysOn: FC<StepCardProps> = ({ step, view, words }) => (
  <p class="foot-links">
    {holds(view, step, 'certify') && <a href="/docs/rules">{words.say('rulesLink')}</a>}
    {holds(view, step, 'registerLead') && <a href="/docs/leads">{words.say('leadsLink')}</a>}
    {isReviewed(step, view) && <a href={offerPage(view.offer, 'review')}>{words.say('review.openPage')}</a>}
    {isStuck(step, view) && (
      <a href={supportPage(view, step.id)} data-support={step.id}>
        {words.say('support')}
      </a>
    )}
  </p>
);

/** Reviewers look at it, or have. */
const isReviewed = ({ id, status }: StepState, { status: { review } }: PublicationView): boolean =>
  status === 'waitingForApproval' || status === 'rejected' || review?.step === id;

const isOverdue = ({ id }: StepState, { status, now }: PublicationView): boolean =>
  overdueStep(status, now) === id;

/** Failed, later than estimated, or waiting for somebody. */
function isStuck(step: StepState, view: PublicationView): boolean {
  const waits = ['blocked', 'rejected', 'waitingForPublisherReview', 'waitingForApproval'];
  const waitsForAddress =
    isOpen(step) && step.messages.some(({ message }) => message.code === 'address.waiting');
  return waits.includes(step.status) || waitsForAddress || isOverdue(step, view);
}
