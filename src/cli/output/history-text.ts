import { actorText } from '../../domain/text/actors';
import type { Language } from '../../domain/text/language';
import { timeText } from '../../domain/text/quantity';
import { terminalText } from '../../domain/text/terminal/terminal';
import { textIn } from './fields';
import { table } from './table';

type Event = Readonly<Record<string, unknown>>;

/** Events of a history, a line each: when, who, what. */
export function historyText(events: readonly Event[], language: Language): string {
  const rows = events.map((event) => [
    timeText(textIn(event, 'at'), language),
    whoDid(event, language),
    textIn(event, 'text') || textIn(event, 'kind'),
  ]);
  return `${rows.length === 0 ? terminalText('nothingYet', language) : table(rows).join('\n')}\n`;
}

/** In the words of the History page; nobody where the system did it by itself. */
function whoDid(event: Event, language: Language): string {
  const actor = event['actor'];
  return typeof actor === 'string' ? actorText(actor, language, event['isVouchedFor'] !== false) : '';
}
