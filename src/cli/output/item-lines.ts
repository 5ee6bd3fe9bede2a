import { itemName, percentOf } from '../../domain/publication/step-items';
import type { Language } from '../../domain/text/language';
import { messageText } from '../../domain/text/publication';
import { bytesText, durationText } from '../../domain/text/quantity';
import type { Item } from '../publication';
import { bar } from './bar';
import { table } from './table';

type Look = { readonly language: Language; readonly bars: boolean };

/** One line a region or disk: how far it is, how fast, how long it takes. */
export function itemLines(items: readonly Item[], { language, bars }: Look): readonly string[] {
  return table(
    items.map((item) => {
      const percent = percentOf([item]);
      return [
        itemName(item.item),
        ...(bars ? [bar(percent)] : []),
        `${percent} %`,
        `${bytesText(item.doneBytes, language)} of ${bytesText(item.totalBytes, language)}`,
        rateOf(item, language),
      ];
    }),
  );
}

function rateOf({ state, message, bytesPerSecond, totalBytes, doneBytes }: Item, language: Language): string {
  if (state === 'done') return 'done';
  if (message !== undefined) return messageText(message, language);
  if (bytesPerSecond <= 0) return '';
  const left = durationText((1000 * (totalBytes - doneBytes)) / bytesPerSecond, language);
  return `${bytesText(bytesPerSecond, language)}/s, ${left} left`;
}
