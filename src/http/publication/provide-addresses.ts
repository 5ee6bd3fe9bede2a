import type { Context } from 'hono';
import { randomUUID } from 'node:crypto';
import type { OfferRecord } from '../../services/ports';
import type { AppDeps } from '../deps';
import { identityOf } from '../access/identity';

type Given = {
  readonly offer: OfferRecord;
  readonly publicationId: string;
  readonly emails: readonly string[];
};

/** Whoever publishes again, now with addresses, gives them to the running publication if that has none. */
export async function provideAddresses(
  { client, catalogue }: Pick<AppDeps, 'client' | 'catalogue'>,
  context: Context,
  { offer, publicationId, emails }: Given,
): Promise<void> {
  if (emails.length === 0) return;
  const running = await catalogue.publications.find(publicationId);
  if (running === undefined || running.status.endedAt !== null) return;
  if (running.status.notificationEmails.length > 0) return;
  const { actor } = identityOf(context);
  const requestId = randomUUID();
  const answer = await client.provideNotificationEmails(offer, { actor, requestId, publicationId, emails });
  if (answer.kind !== 'accepted' && answer.kind !== 'pending') return;
  const { publisherId, offerId } = offer;
  // By this row history knows whose message it was.
  const operation = { operationId: requestId, kind: 'notificationEmails', publisherId, offerId } as const;
  await catalogue.operations.create({ ...operation, publicationId, actor });
}
