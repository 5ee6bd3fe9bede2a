import type { FC } from 'hono/jsx';
import { actorText } from '../../../domain/text/actors';
import { timeText } from '../../../domain/text/quantity';
import type { Words } from '../../words/words';
import { StatusBadge } from '../badge';
import type { Attempt } from './view';

type PublicationsProps = { readonly publications: readonly Attempt[]; readonly words: Words };

/** Every attempt to publish this offer, newest first. */
export const Publications: FC<PublicationsProps> = ({ publications, words }) => {
  const { say } = words;
  return (
    <section aria-labelledby="publications-title">
      <h2 id="publications-title">{say('earlier')}</h2>
      <div class="table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('started')}</th>
              <th scope="col">{say('version')}</th>
              <th scope="col">{say('by')}</th>
              <th scope="col">{say('ended')}</th>
              <th scope="col" class="right">
                {say('status')}
              </th>
            </tr>
          </thead>
          <tbody>
            {publications.map((attempt) => (
              <Row attempt={attempt} words={words} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const Row: FC<{ readonly attempt: Attempt; readonly words: Words }> = ({ attempt, words }) => {
  const { say, language } = words;
  const { status, isStarterKnown } = attempt;
  const { startedAt, endedAt, offerVersion, requestedBy, publicationId } = status;
  return (
    <tr>
      <td data-label={say('started')}>
        <time datetime={startedAt}>{timeText(startedAt, language)}</time>
      </td>
      <td data-label={say('version')}>{offerVersion ?? '-'}</td>
      <td data-label={say('by')}>
        {requestedBy === null ? '-' : actorText(requestedBy, language, isStarterKnown)}
      </td>
      <td data-label={say('ended')}>
        {endedAt === null ? '-' : <time datetime={endedAt}>{timeText(endedAt, language)}</time>}
      </td>
      <td class="right" data-label={say('status')}>
        <a href={`status?publication=${publicationId}`}>
          <StatusBadge status={status} words={words} />
        </a>
      </td>
    </tr>
  );
};
