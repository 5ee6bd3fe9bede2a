import type { FC } from 'hono/jsx';
import { itemName } from '../../../domain/publication/step-items';
import { messageText } from '../../../domain/text/publication/publication';
import { copiedText, rateText } from '../../../domain/text/publication/transfer';
import type { ItemProgress } from '../../../services/ports';
import type { Words } from '../../words/words';

type StepItemProps = { readonly item: ItemProgress; readonly words: Words };

/** One region or artefact: bytes, rate and time left, as words and as a bar. */
export const StepItem: FC<StepItemProps> = ({ item, words }) => {
  const { language } = words;
  const name = itemName(item.item);
  const isDone = item.state === 'done';
  const copied = copiedText(item.doneBytes, item.totalBytes, language);
  return (
    <li>
      <div class="line">
        <strong>{name}</strong>
        <span>{copied}</span>
      </div>
      <progress
        class={isDone ? 'done' : undefined}
        aria-label={`${name}: ${copied}`}
        max={Math.max(1, item.totalBytes)}
        value={isDone ? Math.max(1, item.totalBytes) : item.doneBytes}
      ></progress>
      {item.state === 'running' && (
        <span class="quiet">{rateText(item.bytesPerSecond, item.totalBytes - item.doneBytes, language)}</span>
      )}
      {item.message !== undefined && !isDone && <p class="warning">{messageText(item.message, language)}</p>}
    </li>
  );
};
