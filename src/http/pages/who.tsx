import type { FC } from 'hono/jsx';
import { actorText } from '../../domain/text/actors';
import { currentVisitor } from '../access/current-visitor';
import type { Words } from '../words/words';

/** Who is signed in, or where to sign in: one link in the bar of every page. */
export const Who: FC<{ readonly words: Words; readonly isHere: boolean }> = ({ words, isHere }) => {
  const visitor = currentVisitor();
  const actor = visitor && actorText(visitor.actor, words.language);
  return (
    <a
      class="who"
      href="/sign-in"
      aria-current={isHere ? 'page' : undefined}
      title={actor && words.say('signedInAs', { actor })}
    >
      {actor ?? words.say('account')}
    </a>
  );
};
