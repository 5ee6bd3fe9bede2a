import { fillText, type Language, type Text } from '../language';
import { bytesText, durationText } from '../quantity';

/** `512 MiB of 1 GiB`. */
export const copiedText = (done: number, total: number, language: Language): string =>
  fillText(texts.copied, language, { done: bytesText(done, language), total: bytesText(total, language) });

/** How fast, and how long it takes: `64 MiB/s, 8 sec left`; nothing while nothing moves. */
export function rateText(bytesPerSecond: number, bytesLeft: number, language: Language): string {
  if (bytesPerSecond <= 0) return '';
  const rate = bytesText(bytesPerSecond, language);
  const left = durationText((1000 * bytesLeft) / bytesPerSecond, language);
  return fillText(texts.rate, language, { rate, left });
}

const texts = {
  copied: {
    en: '{done} of {total}',
    es: '{done} de {total}',
    ru: '{done} из {total}',
    zh: '{done} / {total}',
  },
  rate: {
    en: '{rate}/s, {left} left',
    es: '{rate}/s, quedan {left}',
    ru: '{rate}/с, осталось {left}',
    zh: '{rate}/秒，剩余 {left}',
  },
} satisfies Readonly<Record<string, Text>>;
