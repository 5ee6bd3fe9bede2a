import type { FC } from 'hono/jsx';
import type { Finding, FindingTarget } from '../../../domain/certification/finding';
import type { OfferKey } from '../../../domain/offer/ids';
import { findingPlace } from '../../../domain/text/findings/finding-place';
import { findingText } from '../../../domain/text/findings/findings';
import type { Words } from '../../words/words';
import { Icon } from '../icon';
import { offerPage } from '../../offers/offer-key';

type FindingListProps = {
  readonly findings: readonly Finding[];
  /** With one, each finding leads to its field in the offer's Editor. */
  readonly offer?: OfferKey;
  readonly words: Words;
};

/** Every finding: what is wrong, what to do about it, where it stands and the rule behind it. */
export const FindingList: FC<FindingListProps> = ({ findings, offer, words }) => (
  <ul class="findings">
    {findings.map((finding) => {
      const { message, fix } = findingText(finding, words.language);
      return (
        <li class={finding.severity}>
          <p>
            <span class="severity">
              <Icon name={finding.severity === 'info' ? 'info' : 'warning'} />{' '}
              {words.say(`severity.${finding.severity}`)}
            </span>{' '}
            <strong>{message}</strong>
          </p>
          {fix !== '' && (
            <p>
              {words.say('fix')}: {fix}
            </p>
          )}
          <p class="quiet">
            <a href={`/docs/rules#${finding.ruleId}`}>
              <code>{finding.ruleId}</code>
            </a>
            <Place target={finding.target} />
            {offer !== undefined && finding.target.pointer !== undefined && (
              <>
                {' · '}
                <a href={fieldInEditor(offer, finding.target.pointer)}>{words.say('toField')}</a>
              </>
            )}
          </p>
        </li>
      );
    })}
  </ul>
);

const Place: FC<{ readonly target: FindingTarget }> = ({ target }) => {
  const place = findingPlace(target);
  if (place === '') return null;
  return (
    <>
      {' · '}
      <code>{place}</code>
    </>
  );
};

/** The Editor's fields carry their JSON pointer as id. */
const fieldInEditor = (offer: OfferKey, pointer: string): string =>
  `${offerPage(offer, 'editor')}#${encodeURI(pointer)}`;
