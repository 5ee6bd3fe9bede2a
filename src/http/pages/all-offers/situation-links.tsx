import type { FC } from 'hono/jsx';
import { situations } from '../../../domain/publication/situation';
import { situationLabel } from '../../../domain/text/labels';
import { type AllOffersProps, listHref } from './view';

/** How many offers stand how, each number a link to them. */
export const SituationLinks: FC<AllOffersProps> = ({ view, words: { say, language } }) => {
  const { counts, asked } = view;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const shown = situations.filter((each) => (counts.get(each) ?? 0) > 0 || each === asked.situation);
  return (
    <nav class="chips" aria-label={say('status')}>
      <a
        href={listHref(view, { situation: null })}
        aria-current={asked.situation === undefined ? 'true' : undefined}
      >
        {say('list.anyStatus')} <span>{all}</span>
      </a>
      {shown.map((situation) => (
        <a
          href={listHref(view, { situation })}
          aria-current={situation === asked.situation ? 'true' : undefined}
        >
          {situationLabel(situation, language)} <span>{counts.get(situation) ?? 0}</span>
        </a>
      ))}
    </nav>
  );
};
