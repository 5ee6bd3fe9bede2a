import { itemName, itemsOfStep } from '../../domain/publication/step-items';
import { bytesText, durationText } from '../../domain/text/quantity';
import { messageText } from '../../domain/text/publication/publication';
import type { ItemProgress } from '../../services/ports';
import type { PublicationAnswer } from './offer-api';

/** What a step is at: a line for each region or artefact, or else its newest message. */
export function progressLines({ status, progress }: PublicationAnswer, stepId: string): readonly string[] {
  const items = itemsOfStep(status, stepId, progress);
  if (items.length > 0) return items.map(itemLine);
  const newest = status.steps.find(({ id }) => id === stepId)?.messages.at(-1);
  return newest === undefined ? [] : [messageText(newest.message, 'en')];
}

function itemLine(item: ItemProgress): string {
  const done = `${itemName(item.item).padEnd(16)} ${bytesText(item.doneBytes, 'en')} of ${bytesText(item.totalBytes, 'en')}`;
  if (item.state === 'done') return `${done}, done`;
  if (item.state === 'waiting')
    return [done, item.message && messageText(item.message, 'en')].filter(Boolean).join(', ');
  if (item.bytesPerSecond <= 0) return done;
  const left = ((item.totalBytes - item.doneBytes) / item.bytesPerSecond) * 1000;
  return `${done}, ${bytesText(item.bytesPerSecond, 'en')}/s, ${durationText(left, 'en')} left`;
}
