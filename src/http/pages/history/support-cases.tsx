import type { FC } from 'hono/jsx';
import { stepName } from '../../../domain/text/labels';
import { timeText } from '../../../domain/text/quantity';
import type { SupportRequest } from '../../../services/ports';
import type { Words } from '../../words/words';

type SupportCasesProps = { readonly cases: readonly SupportRequest[]; readonly words: Words };

/** What was asked of support, under the numbers it was given. */
export const SupportCases: FC<SupportCasesProps> = ({ cases, words: { say, language } }) => (
  <section aria-labelledby="cases-title">
    <h2 id="cases-title">{say('history.supportCases')}</h2>
    <div class="table-scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{say('history.case')}</th>
            <th scope="col">{say('history.when')}</th>
            <th scope="col">{say('history.answerTo')}</th>
            <th scope="col">{say('history.asked')}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map(({ caseNumber, createdAt, contactEmail, step, text }) => (
            <tr>
              <th scope="row">{caseNumber}</th>
              <td data-label={say('history.when')}>
                <time datetime={createdAt}>{timeText(createdAt, language)}</time>
              </td>
              <td data-label={say('history.answerTo')}>{contactEmail}</td>
              <td data-label={say('history.asked')}>
                {step !== null && <span class="quiet">{stepName(step, language)}</span>}
                <div class="said">{text}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
);
