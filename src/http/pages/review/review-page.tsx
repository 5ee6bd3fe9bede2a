import type { FC } from 'hono/jsx';
import { actorText } from '../../../domain/text/actors';
import { timeText } from '../../../domain/text/quantity';
import { longestComment } from '../../../domain/review/thread';
import type { ReviewItem } from '../../../services/ports';
import type { Words } from '../../words/words';
import { Sign, type Tone } from '../badge';
import { Icon } from '../icon';
import { Layout } from '../layout';
import { OfferHead } from '../offer-head';
import { FindingList } from '../status/finding-list';
import { NoticeBox } from '../status/notice-box';
import { CommentForm } from './comment-form';
import { DraftDiffers } from './draft-differs';
import { Fields } from './fields';
import { Files } from './files';
import { ReviewFacts } from './review-facts';
import { Threads } from './threads';
import { reviewPath, type ReviewProps, type WholeReviewProps } from './view';

/** What reviewers decide about, what was said, and the decision; the publisher reads the same and answers. */
export const ReviewPage: FC<WholeReviewProps> = ({ view, words }) => {
  const { offer, item, notice, reader } = view;
  const title = words.say('review.of', { title: view.title });
  const events = `/api/events?publisher=${offer.publisherId}&offer=${offer.offerId}`;
  const query = item && new URLSearchParams({ publication: item.publicationId }).toString();
  return (
    <Layout title={title} words={words} events={events} query={query}>
      <OfferHead offer={offer} title={title} current="review" words={words} />
      {notice === 'badText' && <BadText words={words} />}
      {notice !== undefined && notice !== 'badText' && <NoticeBox notice={notice} words={words} />}
      <div id="standing" data-live aria-live="polite">
        {item === undefined ? (
          <p class="empty">{words.say('review.none')}</p>
        ) : (
          <Standing view={view} words={words} />
        )}
      </div>
      <div class="columns">
        <div>
          <section aria-labelledby="threads-title">
            <h2 id="threads-title">{words.say('review.threads')}</h2>
            <Threads threads={view.threads} view={view} words={words} />
            {reader.isReviewer && item !== undefined && (
              <CommentForm place={view.commentOn} view={view} words={words} />
            )}
          </section>
          {item !== undefined && <Material view={view} item={item} words={words} />}
        </div>
        {item !== undefined && (
          <aside class="card" aria-label={words.say('review.facts')}>
            <ReviewFacts view={view} item={item} words={words} />
          </aside>
        )}
      </div>
    </Layout>
  );
};

const BadText: FC<{ readonly words: Words }> = ({ words }) => (
  <p class="notice refused" role="alert">
    <Icon name="warning" />
    <span>{words.say('review.badText', { most: longestComment })}</span>
  </p>
);

const Standing: FC<ReviewProps> = ({ view, words }) => {
  const { item, reader, isOverdue } = view;
  if (item === undefined) return null;
  const tone = toneOf(item);
  return (
    <section class={`standing ${tone}`} aria-labelledby="standing-title">
      <h2 id="standing-title">
        <Sign tone={tone} />
        {standingText(item, view.claimed, words)}
      </h2>
      {isOverdue && (
        <p class="warning">
          <Icon name="warning" /> {words.say('review.overdue')}
        </p>
      )}
      <DraftDiffers view={view} words={words} />
      {item.decidedAt === null && !reader.isReviewer && <p>{words.say('review.publisherHelp')}</p>}
      {reader.mayDecide === 'fourEyes' && <p id="four-eyes">{words.say('review.fourEyes')}</p>}
      {reader.mayDecide === true && (
        <div class="choices">
          <a class="button main" id="approve" href={decisionPath(view, 'approve')} data-confirm>
            {words.say('review.approve')}
          </a>
          <a
            class="button danger"
            id="request-changes"
            href={decisionPath(view, 'requestChanges')}
            data-confirm
          >
            {words.say('review.requestChanges')}
          </a>
        </div>
      )}
    </section>
  );
};

const decisionPath = (view: ReviewProps['view'], decision: string): string =>
  reviewPath(view, { decision }).replace('/review?', '/review/decide?');

function toneOf({ decision }: ReviewItem): Tone {
  switch (decision) {
    case null:
      return 'wait';
    case 'approve':
      return 'good';
    case 'requestChanges':
      return 'bad';
    case 'withdrawn':
      return 'rest';
  }
}

function standingText(item: ReviewItem, claimed: readonly string[], { say, language }: Words): string {
  const at = timeText(item.decidedAt ?? item.openedAt, language);
  const decidedBy = item.decidedBy ?? '';
  const actor = actorText(decidedBy, language, !claimed.includes(decidedBy));
  switch (item.decision) {
    case null:
      return say('review.waits', { since: at });
    case 'approve':
      return say('review.wasApproved', { actor, at });
    case 'requestChanges':
      return say('review.wasRefused', { actor, at });
    case 'withdrawn':
      return say('review.wasWithdrawn', { at });
  }
}

type MaterialProps = WholeReviewProps & { readonly item: ReviewItem };

/** Findings, changes, files and fields. */
const Material: FC<MaterialProps> = ({ view, item, words }) => (
  <>
    {view.findings.length > 0 && (
      <section aria-labelledby="findings-title">
        <h2 id="findings-title">{words.say('findings')}</h2>
        <FindingList findings={view.findings} words={words} />
      </section>
    )}
    <section aria-labelledby="changes-title">
      <h2 id="changes-title">{words.say('review.changes', { count: item.changes.length })}</h2>
      {item.changes.length === 0 ? (
        <p>{words.say('review.noChanges')}</p>
      ) : (
        <>
          <p class="quiet">{words.say('review.comparedWith')}</p>
          <ul class="change-lines">
            {item.changes.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </>
      )}
    </section>
    {view.files.length > 0 && <Files view={view} words={words} />}
    {view.fields.length > 0 && <Fields view={view} words={words} />}
  </>
);
