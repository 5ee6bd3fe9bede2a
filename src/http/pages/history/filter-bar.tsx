import type { FC } from 'hono/jsx';
import { actorText } from '../../../domain/text/actors';
import { historyKindText } from '../../../domain/text/history/history';
import { timeText } from '../../../domain/text/quantity';
import { csvHref, type EventsProps, hasAttempts, historyPath } from './view';

/** Only what has happened here can be chosen. */
export const HistoryFilterBar: FC<EventsProps> = ({ view, words }) => {
  const { say, language } = words;
  const { kinds, actors } = view.choices;
  return (
    <form class="toolbar history-filter" method="get" action={historyPath(view.offer)}>
      <Choice
        name="kind"
        label={say('history.event')}
        chosen={view.asked.kind}
        options={[
          ['', say('history.anyEvent')],
          ...kinds.map((kind) => [kind, historyKindText(kind, language, view.offer.offerType)] as const),
        ]}
      />
      <Choice
        name="actor"
        label={say('history.who')}
        chosen={view.asked.actor}
        options={[
          ['', say('history.anyActor')],
          ...actors.map((actor) => [actor, actorText(actor, language)] as const),
        ]}
      />
      {hasAttempts(view) && <AttemptChoice view={view} words={words} />}
      <button type="submit">{say('list.show')}</button>
      <a class="button" href={csvHref(view, language)} download>
        {say('history.downloadCsv')}
      </a>
    </form>
  );
};

const AttemptChoice: FC<EventsProps> = ({ view, words: { say, language } }) => (
  <>
    <Choice
      name="publication"
      label={say('history.attempt')}
      chosen={view.asked.publication}
      options={[
        ['', say('history.anyAttempt')],
        ...view.choices.publications.map(({ publicationId, offerVersion, startedAt }) => {
          const version = offerVersion ?? say('history.noVersion');
          const time = timeText(startedAt, language);
          return [publicationId, say('history.attemptOf', { version, time })] as const;
        }),
      ]}
    />
    <label for="every" class="box">
      <input type="checkbox" id="every" name="every" value="yes" checked={view.asked.every === 'yes'} />{' '}
      {say('history.everyEvent')}
    </label>
  </>
);

type ChoiceProps = {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | undefined;
  readonly options: readonly (readonly [value: string, text: string])[];
};

const Choice: FC<ChoiceProps> = ({ name, label, chosen, options }) => (
  <div>
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      {options.map(([value, text]) => (
        <option value={value} selected={value === (chosen ?? '')}>
          {text}
        </option>
      ))}
    </select>
  </div>
);
