import type { FC } from 'hono/jsx';
import { bytesText } from '../../../domain/text/quantity';
import { filePath, type WholeReviewProps } from './view';

/** The package's files; each has a page of its own, with line numbers. */
export const Files: FC<WholeReviewProps> = ({ view, words }) => {
  const { say, language } = words;
  const threadsIn = (name: string): number =>
    view.threads.filter(({ state, place }) => state === 'open' && place.file === name).length;
  return (
    <section aria-labelledby="files-title">
      <h2 id="files-title">{say('review.files', { count: view.files.length })}</h2>
      <div class="table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('review.file')}</th>
              <th scope="col">{say('review.size')}</th>
              <th scope="col">{say('review.openThreads')}</th>
            </tr>
          </thead>
          <tbody>
            {view.files.map(({ name, bytes }) => (
              <tr>
                <th scope="row">
                  <a href={filePath(view, name)}>{name}</a>
                </th>
                <td data-label={say('review.size')}>{bytesText(bytes, language)}</td>
                <td data-label={say('review.openThreads')}>{threadsIn(name)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
