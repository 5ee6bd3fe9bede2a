import type { FC } from 'hono/jsx';
import type { Scenario } from '../../../domain/product-page/scenarios';
import { scenarioText } from '../../../domain/text/scenarios';
import type { Word } from '../../words/all-words';
import type { Words } from '../../words/words';

type ScenariosProps = {
  readonly scenarios: readonly Scenario[];
  readonly title: Extract<Word, 'publishing.scenarios' | 'scenarios.production'>;
  readonly words: Words;
};

/** What to try out, as customers would; nothing where there is nothing to try. */
export const Scenarios: FC<ScenariosProps> = ({ scenarios, title, words }) =>
  scenarios.length === 0 ? null : (
    <section class="card" id="scenarios" aria-labelledby="scenarios-title">
      <h2 id="scenarios-title">{words.say(title)}</h2>
      <ul>
        {scenarios.map((scenario) => (
          <li>{scenarioText(scenario, words.language)}</li>
        ))}
      </ul>
    </section>
  );
