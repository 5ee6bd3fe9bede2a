import type { FC } from 'hono/jsx';
import { itemName } from '../../../domain/publication/step-items';
import { messageText } from '../../../domain/text/publication';
import { bytesText, durationText } from '../../../domain/text/quantity';
import type { ItemProgress } from '../../../services/ports';
import type { Words } from '../../words/words';

type StepItemProps = { readonly item: ItemProgress; readonly words: Words };

/** One region or artefact: bytes, rate and time left, as words and as a bar. */
export const StepItem: FC<StepItemProps> = ({ item, words }) => {
  const { language, say } = words;
  const name = itemName(item.item);
  const isDone = item.state === 'done';
  const done = bytesText(item.doneBytes, language);
  const total = bytesText(item.totalBytes, language);
  return (
    <li>
      <div class="line">
        <strong>{name}</strong>
        <span>{say('bytesOf', { done, total })}</span>
      </div>
      <progress
        class={isDone ? 'done' : undefined}
        aria-label={`${name}: ${say('bytesOf', { done, total })}`}
        max={Math.max(1, item.totalBytes)}
        value={isDone ? Math.max(1, item.totalBytes) : item.doneBytes}
      ></progress>
      {item.state === 'running' && <span class="quiet">{rateText(item, words)}</span>}
      {item.message !== undefined && !isDone && <p class="warning">{messageText(item.message, language)}</p>}
    </li>
  );
};

function rateText({ bytesPerSecond, totalBytes, doneBytes }: ItemProgress, { language, say }: Words): string {
  if (bytesPerSecond <= 0) return '';
  const left = (1000 * Math.max(0, totalBytes - doneBytes)) / bytesPerSecond;
  const duration = durationText(left, language);
  return say('rate', { rate: bytesText(bytesPerSecond, language), left: say('remaining', { duration }) });
}
