import type { Language } from '../../domain/text/language';
import { copiedText, rateText } from '../../domain/text/publication/transfer';
import { bar } from '../output/bar';
import type { Surroundings } from '../surroundings';

export type ProgressLine = {
  /** How far it is, in bytes of the file. */
  readonly at: (bytes: number) => void;
  readonly end: () => void;
};

const everyMs = 200;

/** One line on stderr that is written again and again, where people look at it; elsewhere nothing. */
export function progressLine(
  { isErrorTerminal, stderr }: Pick<Surroundings, 'isErrorTerminal' | 'stderr'>,
  { total, language }: { readonly total: number; readonly language: Language },
): ProgressLine {
  if (!isErrorTerminal) return { at: () => undefined, end: () => undefined };
  const begun = Date.now();
  let shown = 0;
  const show = (bytes: number, now: number): void => {
    const share = total === 0 ? 1 : bytes / total;
    const rate = (1000 * bytes) / Math.max(now - begun, 1);
    const speed = rate === 0 ? '' : `  ${rateText(rate, total - bytes, language)}`;
    const line = `${bar(100 * share)} ${Math.floor(100 * share)} %  ${copiedText(bytes, total, language)}${speed}`;
    // To the line's begin, and clear what a longer one left.
    stderr(`\r${line}\u001b[K`);
  };
  return {
    at: (bytes) => {
      const now = Date.now();
      if (now - shown < everyMs && bytes < total) return;
      shown = now;
      show(bytes, now);
    },
    end: () => stderr('\r\u001b[K'),
  };
}
