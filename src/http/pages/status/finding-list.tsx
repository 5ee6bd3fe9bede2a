import type { FC } from 'hono/jsx';
import type { Finding } from '../../../domain/certification/finding';
import { findingPlace } from '../../../domain/text/finding-place';
import { findingText } from '../../../domain/text/findings';
import type { Words } from '../../words/words';

type FindingListProps = { readonly findings: readonly Finding[]; readonly words: Words };

/** Every finding: what is wrong, what to do about it, where it stands and the rule behind it. */
export const FindingList: FC<FindingListProps> = ({ findings, words }) => (
  <ul class="findings">
    {findings.map((finding) => {
      const { message, fix } = findingText(finding, words.language);
      const place = findingPlace(finding.target);
      return (
        <li class={finding.severity}>
          <p>
            <strong>{message}</strong>
          </p>
          {fix !== '' && (
            <p class="fix">
              {words.say('fix')}: {fix}
            </p>
          )}
          <p class="quiet">
            <a href={`/docs/rules#${finding.ruleId}`}>
              <code>{finding.ruleId}</code>
            </a>
            {place !== '' && (
              <>
                {' · '}
                <code>{place}</code>
              </>
            )}
          </p>
        </li>
      );
    })}
  </ul>
);
