import type { Child, FC } from 'hono/jsx';
import type { PipelineStep } from '../../../domain/publication/pipeline';
import { pipelineOf } from '../../../domain/publication/pipelines';
import { actorText } from '../../../domain/text/actors';
import { certificationReport, exceptionText } from '../../../domain/text/exceptions';
import { stepName } from '../../../domain/text/labels';
import type { ReviewItem } from '../../../services/ports';
import { Icon } from '../icon';
import type { ReviewProps } from './view';

/** What is decided about, by its digest, and who brought it. */
export const ReviewFacts: FC<ReviewProps & { readonly item: ReviewItem }> = ({ item, view, words }) => {
  const { say, language } = words;
  return (
    <dl class="facts">
      <Fact name={say('list.publisher')}>{item.publisherId}</Fact>
      <Fact name={say('list.type')}>{say(`offerType.${item.offerType}`)}</Fact>
      <Fact name={say('version')}>{item.offerVersion}</Fact>
      <Fact name={say('step')}>{stepName(item.step, language)}</Fact>
      {hasPackage(item) && (
        <Fact name={say('review.digest')}>
          {item.packageDigest === null ? (
            say('review.noPackage')
          ) : (
            <code class="digest">{item.packageDigest}</code>
          )}
        </Fact>
      )}
      {item.signedOffBy.length > 0 && (
        <Fact name={say('review.signedOffBy')}>
          {item.signedOffBy
            .map((actor) => actorText(actor, language, !view.claimed.includes(actor)))
            .join(', ')}
        </Fact>
      )}
      {item.certificationNotes !== null && <Fact name={say('review.notes')}>{item.certificationNotes}</Fact>}
      {view.certification !== null && (
        <Fact name={certificationReport[language]}>
          <a href={view.certification.report} download>
            <code class="digest">{view.certification.digest}</code>
          </a>
          {view.certification.exceptions.map((exception) => (
            <p>
              <code>{exception.ruleId}</code> {exceptionText(exception, language)}
            </p>
          ))}
        </Fact>
      )}
      <Fact name={say('review.workItem')}>
        <WorkItem item={item} isReviewer={view.reader.isReviewer} />
      </Fact>
    </dl>
  );
};

/** What is words alone is reviewed before there is a page of them, and nothing else is packed. */
const hasPackage = ({ packageDigest, offerType }: ReviewItem): boolean =>
  packageDigest !== null || pipelineOf(offerType, 'publish')?.steps.every(isOfWords) !== true;

const isOfWords = ({ stages }: PipelineStep): boolean => !stages.includes('certify');

type WorkItemProps = { readonly item: ReviewItem; readonly isReviewer: boolean };

/** Our own number; for reviewers, who can open it, the item on their tracker. */
const WorkItem: FC<WorkItemProps> = ({ item: { workItem, reviewNumber }, isReviewer }) =>
  workItem === null || workItem.board === 'own' || !isReviewer ? (
    <>{reviewNumber}</>
  ) : (
    <a href={workItem.url}>
      {workItem.board} {workItem.id} <Icon name="out" />
    </a>
  );

const Fact: FC<{ readonly name: string; readonly children?: Child }> = ({ name, children }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);
