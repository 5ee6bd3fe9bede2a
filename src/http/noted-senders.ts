import type { Sender } from '../client';
import type { OfferKey } from '../domain/offer/ids';
import type { AppDeps } from './deps';

type Client = AppDeps['client'];

/**
 * The client, noting who sends a message before it sends it. A publication acts on a message at once, so its mails may
 * be written before the answer is back here: without the note they would call a name that we know a mere claim.
 */
export function withNotedSenders({ client, catalogue }: Pick<AppDeps, 'client' | 'catalogue'>): Client {
  const noting =
    <Message extends Sender, Answer>(send: (offer: OfferKey, message: Message) => Promise<Answer>) =>
    async (offer: OfferKey, message: Message): Promise<Answer> => {
      const { requestId: operationId, actor } = message;
      const { publisherId, offerId } = offer;
      if (operationId !== undefined)
        await catalogue.operations.noteSender({ publisherId, offerId, operationId, actor });
      return send(offer, message);
    };
  return {
    publish: (input) => client.publish(input),
    newestId: (offer) => client.newestId(offer),
    status: (offer) => client.status(offer),
    goLive: noting((offer, message) => client.goLive(offer, message)),
    withdrawGoLive: noting((offer, message) => client.withdrawGoLive(offer, message)),
    cancel: noting((offer, message) => client.cancel(offer, message)),
    reviewDecision: noting((offer, message) => client.reviewDecision(offer, message)),
    provideNotificationEmails: noting((offer, message) => client.provideNotificationEmails(offer, message)),
  };
}
