import { styleText } from 'node:util';
import type { Surroundings } from '../surroundings';

type Style = Parameters<typeof styleText>[0];
export type Paint = (style: Style, text: string) => string;

/** Colours for a terminal; plain text everywhere else and when NO_COLOR says so (https://no-color.org). */
export function paintFor({
  environment,
  isTerminal,
}: Pick<Surroundings, 'environment' | 'isTerminal'>): Paint {
  const plain = !isTerminal || (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb';
  // Decided above, for the stream that is really written to.
  return (style, text) => (plain ? text : styleText(style, text, { validateStream: false }));
}
