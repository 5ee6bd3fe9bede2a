import { itemName, percentOf } from '../../domain/publication/step-items';
import type { Language } from '../../domain/text/language';
import { messageText } from '../../domain/text/publication';
import { bytesText, durationText } from '../../domain/text/quantity';
import { terminalText } from '../../domain/text/terminal';
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
        copiedText(item.doneBytes, item.totalBytes, language),
        rateOf(item, language),
      ];
    }),
  );
}

function rateOf({ state, message, bytesPerSecond, totalBytes, doneBytes }: Item, language: Language): string {
  if (state === 'done') return terminalText('done', language);
  if (message !== undefined) return messageText(message, language);
  if (bytesPerSecond <= 0) return '';
  return rateText(bytesPerSecond, totalBytes - doneBytes, language);
}

/** `512 MiB of 1 GiB`. */
export const copiedText = (done: number, total: number, language: Language): string =>
  terminalText('copied', language, { done: bytesText(done, language), total: bytesText(total, language) });

/** How fast, and how long it takes. */
export function rateText(bytesPerSecond: number, bytesLeft: number, language: Language): string {
  const rate = bytesText(bytesPerSecond, language);
  const left = durationText((1000 * bytesLeft) / bytesPerSecond, language);
  return terminalText('rate', language, { rate, left });
}
