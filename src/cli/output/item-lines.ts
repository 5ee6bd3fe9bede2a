import { itemName, percentOf } from '../../domain/publication/step-items';
import type { Language } from '../../domain/text/language';
import { messageText } from '../../domain/text/publication/publication';
import { terminalText } from '../../domain/text/terminal/terminal';
import { copiedText, rateText } from '../../domain/text/publication/transfer';
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
  return rateText(bytesPerSecond, totalBytes - doneBytes, language);
}
