import type { FC } from 'hono/jsx';
import type { StepMessage, StepState } from '../../../domain/publication/status';
import { messageText } from '../../../domain/text/publication/publication';
import { timeText } from '../../../domain/text/quantity';
import type { Words } from '../../words/words';

type StepMessagesProps = { readonly step: StepState; readonly words: Words };

/** The story of a step. A complete one folds it away: people look for where it stands, not for where it stood. */
export const StepMessages: FC<StepMessagesProps> = (props) => {
  const { step, words } = props;
  if (step.messages.length === 0) return null;
  if (step.status !== 'complete' || step.messages.length === 1) return <All {...props} />;
  return (
    <details id={`story-${step.id}`}>
      <summary>{words.say('messages', { count: step.messageCount })}</summary>
      <All {...props} />
    </details>
  );
};

const All: FC<StepMessagesProps> = ({ step, words }) => {
  const hidden = step.messageCount - step.messages.length;
  return (
    <>
      {hidden > 0 && <p class="quiet">{words.say('moreMessages', { count: hidden })}</p>}
      <ul class="messages">
        {step.messages.map((entry) => (
          <Line entry={entry} words={words} />
        ))}
      </ul>
    </>
  );
};

const Line: FC<{ readonly entry: StepMessage; readonly words: Words }> = ({ entry, words }) => (
  <li class={entry.level}>
    <span>{messageText(entry.message, words.language)}</span>
    <time datetime={entry.at}>{timeText(entry.at, words.language)}</time>
  </li>
);
