import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { PublicationStatus } from '../domain/publication/status';
import { offerIdKey, offerTypeKey, publicationStatusKey, publisherIdKey } from './search-attributes';

/** Brings the run's attributes up to date, and only when they changed: each upsert is an event and an Action. */
export function showStatus(status: PublicationStatus): void {
  const shown = workflowInfo().typedSearchAttributes;
  const wanted = [
    { key: publisherIdKey, value: status.publisherId },
    { key: offerIdKey, value: status.offerId },
    ...(status.offerType === null ? [] : [{ key: offerTypeKey, value: status.offerType }]),
    { key: publicationStatusKey, value: status.status },
  ];
  const changed = wanted.filter(({ key, value }) => shown.get(key) !== value);
  if (changed.length > 0) upsertSearchAttributes(changed);
}
