import type { FC } from 'hono/jsx';
import { reviewPath, type WholeReviewProps } from './view';

/** Every filled field with its words; a reviewer can comment on each. */
export const Fields: FC<WholeReviewProps> = ({ view, words }) => {
  const { say } = words;
  return (
    <details class="review-fields" open={view.files.length === 0}>
      <summary>
        <h2>{say('review.fields', { count: view.fields.length })}</h2>
      </summary>
      <dl class="fields">
        {view.fields.map(({ pointer, name, value }) => (
          <div id={pointer}>
            <dt>{name.join(' › ')}</dt>
            <dd>
              <span class="said">{value}</span>{' '}
              {view.reader.isReviewer && (
                <a
                  href={`${reviewPath(view, { pointer })}#comment`}
                  aria-label={`${say('review.comment')}: ${name.join(' › ')}`}
                >
                  {say('review.comment')}
                </a>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
};
