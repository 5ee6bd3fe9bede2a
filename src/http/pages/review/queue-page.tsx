import type { FC } from 'hono/jsx';
import { stepName } from '../../../domain/text/labels';
import { timeText } from '../../../domain/text/quantity';
import type { QueueEntry } from '../../reviews/queue';
import type { Words } from '../../words/words';
import { Icon } from '../icon';
import { Layout } from '../layout';

type QueueProps = {
  readonly items: readonly QueueEntry[];
  readonly next: string | null;
  readonly words: Words;
};

/** What waits for reviewers, oldest first. */
export const QueuePage: FC<QueueProps> = (props) => {
  const { items, next, words } = props;
  const { say } = words;
  return (
    <Layout title={say('review.queue')} words={words} current="review.queue" live>
      <div class="page-head">
        <h1>{say('review.queue')}</h1>
      </div>
      <p>{say('review.queueHelp')}</p>
      <div id="queue" data-live>
        {items.length === 0 ? <p class="empty">{say('review.queueEmpty')}</p> : <Queue {...props} />}
        {next !== null && (
          <p>
            <a href={`/reviews?after=${next}`}>{say('review.next')}</a>
          </p>
        )}
      </div>
    </Layout>
  );
};

const Queue: FC<QueueProps> = ({ items, words }) => {
  const { say } = words;
  return (
    <div class="table-scroll">
      <table>
        <thead>
          <tr>
            {(
              ['offer', 'list.publisher', 'list.type', 'step', 'review.since', 'review.openThreads'] as const
            ).map((word) => (
              <th scope="col">{say(word)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row item={item} words={words} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Row: FC<{ readonly item: QueueEntry; readonly words: Words }> = ({ item, words }) => {
  const { say, language } = words;
  return (
    <tr>
      <th scope="row">
        <a href={item.page}>{item.title}</a>
        <br />
        <span class="quiet">
          {item.offerId}, {say('version')} {item.offerVersion}
        </span>
      </th>
      <td data-label={say('list.publisher')}>{item.publisherId}</td>
      <td data-label={say('list.type')}>{say(`offerType.${item.offerType}`)}</td>
      <td data-label={say('step')}>{stepName(item.step, language)}</td>
      <td data-label={say('review.since')}>
        <time datetime={item.openedAt}>{timeText(item.openedAt, language)}</time>
        {item.isOverdue && (
          <>
            <br />
            <span class="warning">
              <Icon name="warning" /> {say('review.overdue')}
            </span>
          </>
        )}
      </td>
      <td data-label={say('review.openThreads')}>{item.openThreads}</td>
    </tr>
  );
};
